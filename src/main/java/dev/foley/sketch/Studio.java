package dev.foley.sketch;

import dev.foley.sketch.Channel.Strip;
import dev.foley.sketch.Score.Line;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Plays a {@link Score} and mixes it: instruments, room, echo, surroundings, the wear of tape. */
final class Studio {
  /** Frames rendered at a time; keeps the working set in the cache. */
  static final int BLOCK = 1024;
  private static final double FEATURED_DB = 4;

  private final Score score;
  private final MusicBrief brief;
  private final Style.Room room;
  private final Performance performance;
  private final SplittableRandom random;
  private final double space;

  Studio(Score score, MusicBrief brief, long seed) {
    this.score = score;
    this.brief = brief;
    room = brief.genre().style().room();
    performance = Performance.of(score.timeline(), brief.genre().style());
    random = new SplittableRandom(seed ^ 0x5DEECE66DL);
    space = Math.max(0, Math.min(1, room.reverb() + 0.5 * brief.mood().space()));
  }

  /** The whole piece, not yet mastered. */
  Recording record(int frames) {
    List<Channel> channels = channels();
    Reverb reverb = new Reverb(0.7 + 3.2 * space * space, 0.25 + 0.2 * (1 - space));
    Echo echo = new Echo(score.timeline().secondsOf(0.75));
    Duck duck = new Duck(score.hits(), performance, room.duck());
    Surroundings surroundings = new Surroundings(textures(), random.nextLong());
    Tape tape = new Tape(grit(), brief.mood().brightness());
    Channel.Buses buses = Channel.Buses.create();
    float[] gains = new float[BLOCK];
    Recording recording = new Recording(new float[frames], new float[frames]);
    for (int start = 0; start < frames; start += BLOCK) {
      int count = Math.min(BLOCK, frames - start);
      buses.clear();
      duck.gains(gains, start, count);
      for (Channel channel : channels) {
        channel.mix(buses, gains, start, count);
      }
      echo.process(buses.echoLeft(), buses.echoRight(), buses.left(), buses.right(), count);
      reverb.process(buses.reverbLeft(), buses.reverbRight(), buses.left(), buses.right(), count);
      tape.process(buses.left(), buses.right(), count);
      surroundings.render(buses.left(), buses.right(), start, count);
      System.arraycopy(buses.left(), 0, recording.left(), start, count);
      System.arraycopy(buses.right(), 0, recording.right(), start, count);
    }
    return recording;
  }

  private double grit() {
    return brief.textures().contains(Texture.TAPE) ? Math.max(0.6, room.grit()) : room.grit();
  }

  /** Lo-fi without a crackle would not be lo-fi. */
  private Set<Texture> textures() {
    Set<Texture> textures = EnumSet.noneOf(Texture.class);
    textures.addAll(brief.textures());
    if (brief.genre() == Genre.LOFI) {
      textures.add(Texture.VINYL);
    }
    return textures;
  }

  private List<Channel> channels() {
    List<Channel> channels = new ArrayList<>();
    if (!score.hits().isEmpty()) {
      boolean roomy = score.kit() == Kit.ORCHESTRAL || score.kit() == Kit.BRUSHES;
      float send = (float) ((roomy ? 0.4 : 0.12) * space);
      channels.add(new Channel(new DrumStem(score.kit(), score.hits(), performance, random.split()), Optional.empty(),
          new Strip(Dsp.gain(drumDecibels()), 0, 25, send, 0, false)));
    }
    for (Line line : score.lines()) {
      Stem stem = new LineStem(line, performance, random.split());
      channels.add(new Channel(stem, insert(line.instrument()), strip(line)));
    }
    return channels;
  }

  private double drumDecibels() {
    return switch (score.kit()) {
      case CLUB -> -2;
      case BOOM -> -3;
      case ACOUSTIC -> -2.5;
      case DUSTY -> -3;
      case BRUSHES, CHIP -> 0;
      case ORCHESTRAL -> -8;
    } + 2 * brief.mood().energy();
  }

  private static Optional<Effect> insert(Instrument instrument) {
    return switch (instrument) {
      case DISTORTED_GUITAR -> Optional.of(new Overdrive());
      case CHOIR -> Optional.of(new Formants());
      default -> Optional.empty();
    };
  }

  private Strip strip(Line line) {
    double decibels = line.featured() ? FEATURED_DB : 0;
    float send = (float) (0.75 * space);
    float echo = (float) room.echo();
    return switch (line.part()) {
      case BASS -> new Strip(Dsp.gain(decibels - (score.hits().isEmpty() ? 10 : 6.5)), 0, 28, 0.05f * send, 0, true);
      case CHORDS -> new Strip(Dsp.gain(decibels - 9), -0.18, 130, 0.6f * send, 0.3f * echo, true);
      case PAD -> new Strip(Dsp.gain(decibels - 11.5), 0, 150, 0.9f * send, 0, true);
      case LEAD -> new Strip(Dsp.gain(decibels - 5), 0.14, 150, 0.8f * send, 0.7f * echo, false);
      case DRUMS -> throw new IllegalStateException("drums have no line");
    };
  }

  /** Both ears of a piece, float samples of any level. */
  @SuppressWarnings("ArrayRecordComponent") // handed over, not shared
  record Recording(float[] left, float[] right) {}
}
