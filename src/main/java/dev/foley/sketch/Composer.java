package dev.foley.sketch;

import dev.foley.sketch.Score.Hit;
import dev.foley.sketch.Score.Line;
import dev.foley.sketch.Score.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Makes a {@link Score} of a {@link MusicBrief}. Each part draws from its own chance, so that one more note of the bass leaves the tune as it is. */
final class Composer {
  private final MusicBrief brief;
  private final long seed;

  Composer(MusicBrief brief, long seed) {
    this.brief = brief;
    this.seed = seed;
  }

  Score compose(double seconds) {
    Style style = brief.genre().style();
    RandomGenerator random = chance("form");
    double usual = Timeline.choose(style.rhythm(), brief.pace().factor(), random);
    Timeline timeline = Timeline.fit(seconds, usual, brief.pace().bpm(), style.rhythm().beatsPerBar());
    Key key = key(style.harmony(), random);
    List<Section> sections = Form.of(timeline.bars());
    Plan plan = new Plan(timeline, key, sections, Harmony.compose(style.harmony(), key, sections, random));
    Ensemble ensemble = Ensemble.seat(brief);
    List<Line> lines = new ArrayList<>();
    for (Seat seat : ensemble.inOrder()) {
      RandomGenerator own = chance(seat.part().name());
      List<Note> notes = switch (seat.part()) {
        case BASS -> new BassLine(plan, ensemble, seat, own).write();
        case CHORDS, PAD -> new Accompaniment(plan, ensemble, seat, own).write();
        case LEAD -> new Melody(plan, ensemble, seat, style.band().leadStyle(), own).write();
        case DRUMS -> List.of();
      };
      lines.add(new Line(seat.part(), seat.instrument(), seat.featured(), notes));
    }
    Groove groove = groove(style);
    List<Hit> hits = new DrumLine(plan, groove, brief.mood().energy(), chance(Part.DRUMS.name())).write();
    return new Score(timeline, key, lines, groove.kit(), hits);
  }

  private Groove groove(Style style) {
    boolean unwanted = brief.alone() && !brief.wanted().contains(Part.DRUMS);
    if (unwanted || brief.absent().contains(Part.DRUMS)) {
      return Groove.NONE;
    }
    Groove usual = style.rhythm().groove();
    return usual == Groove.NONE && brief.wanted().contains(Part.DRUMS) ? Groove.DOWNTEMPO : usual;
  }

  private Key key(Style.Harmony harmony, RandomGenerator random) {
    int tonic = random.nextInt(12);
    List<Mode> modes = harmony.modes();
    // The first mode is the usual one: half of all pieces are in it.
    Mode usual = random.nextBoolean() ? modes.getFirst() : modes.get(random.nextInt(modes.size()));
    double gloom = brief.tonality().gloom();
    Mode felt = gloom == 0
        ? usual
        : modes.stream().filter(mode -> mode.minor() == gloom > 0).findFirst()
            .orElse(gloom > 0 ? Mode.MINOR : Mode.MAJOR);
    return new Key(brief.tonality().tonic().orElse(tonic), brief.tonality().mode().orElse(felt));
  }

  private RandomGenerator chance(String stream) {
    return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + stream.hashCode() * 0xD1B54A32D192ED03L);
  }
}
