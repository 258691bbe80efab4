package dev.foley.sketch;

import dev.foley.sketch.Phrasebook.Found;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Reads a prompt: words in, {@link MusicBrief} out. Never fails; what it does not understand, it leaves open. */
final class PromptReader {
  /** Styles that offend nobody, for prompts without a word that is known. */
  private static final List<Genre> DEFAULTS = List.of(Genre.POP, Genre.LOFI, Genre.DOWNTEMPO, Genre.FOLK,
      Genre.SYNTHWAVE, Genre.ORCHESTRAL);
  private static final Set<Instrument> ORCHESTRA = EnumSet.of(Instrument.STRINGS, Instrument.SPICCATO,
      Instrument.VIOLIN,
      Instrument.CELLO, Instrument.HORN, Instrument.CHOIR, Instrument.PIZZICATO, Instrument.BRASS, Instrument.HARP,
      Instrument.CLARINET, Instrument.FLUTE, Instrument.HARPSICHORD);

  private final String text;
  private final List<Instrument> featured = new ArrayList<>();
  private final Set<Instrument> excluded = EnumSet.noneOf(Instrument.class);
  private final Set<Part> wanted = EnumSet.noneOf(Part.class);
  private final Set<Part> absent = EnumSet.noneOf(Part.class);
  private final Set<Texture> textures = EnumSet.noneOf(Texture.class);
  private Optional<Meaning.Play> genre = Optional.empty();
  private Optional<Mode> mode = Optional.empty();
  private OptionalDouble bpm = OptionalDouble.empty();
  private int genreLength;
  private boolean alone;
  private boolean anyGuitar;
  private double gloom;
  private double energy;
  private double brightness;
  private double pace = 1;
  private double space;

  private PromptReader(String text) {
    this.text = text;
  }

  static MusicBrief read(String prompt) {
    return new PromptReader(Phrasebook.normalise(prompt)).brief();
  }

  private MusicBrief brief() {
    List<Found<Meaning>> found = Lexicon.phrases().find(text);
    Negation negation = Negation.in(text, found,
        meaning -> meaning instanceof Meaning.Feature || meaning instanceof Meaning.Seat);
    for (Found<Meaning> word : found) {
      if (negation.covers(word)) {
        refuse(word.meaning());
      } else {
        accept(word);
      }
    }
    alone = alone || playsSolo(found);
    KeySignature.Stated stated = KeySignature.in(text);
    OptionalDouble number = StatedTempo.in(text);
    bpm = number.isPresent() ? number : bpm;
    Genre chosen = genre.map(Meaning.Play::genre).orElseGet(this::guessGenre);
    settleGuitar(chosen);
    wanted.removeAll(absent);
    featured.removeAll(excluded);
    return new MusicBrief(chosen, new MusicBrief.Pace(bpm, clamp(pace, 0.6, 1.5)),
        new MusicBrief.Tonality(stated.tonic(), stated.mode().or(() -> mode), gloom),
        new MusicBrief.Mood(clamp(energy, -1, 1), clamp(brightness, -1, 1), clamp(space, -1, 1)), featured, excluded,
        wanted, absent,
        alone && !(featured.isEmpty() && wanted.isEmpty()), textures);
  }

  private void accept(Found<Meaning> word) {
    switch (word.meaning()) {
      case Meaning.Play play -> {
        int length = word.end() - word.start();
        boolean stronger = genre.isEmpty() || (play.strong() && !genre.get().strong())
            || (play.strong() == genre.get().strong() && length > genreLength);
        if (stronger) {
          genre = Optional.of(play);
          genreLength = length;
        }
      }
      case Meaning.Feature(Instrument instrument, boolean particular) -> {
        if (!particular) {
          anyGuitar = true;
        } else if (!featured.contains(instrument)) {
          featured.add(instrument);
        }
      }
      case Meaning.Seat(Part part) -> wanted.add(part);
      case Meaning.Empty(Part part) -> absent.add(part);
      case Meaning.Surround(Texture texture) -> textures.add(texture);
      case Meaning.Scale(Mode scale) -> mode = Optional.of(scale);
      case Meaning.Speed(int speed) -> bpm = OptionalDouble.of(speed);
      case Meaning.Alone _ -> alone = true;
      case Meaning.Solo _ -> {
        // Depends on its neighbours: see playsSolo.
      }
      case Meaning.Feel feel -> {
        gloom += feel.gloom();
        energy += feel.energy();
        brightness += feel.brightness();
        pace *= feel.pace();
        space += feel.space();
      }
    }
  }

  private void refuse(Meaning meaning) {
    switch (meaning) {
      case Meaning.Feature(Instrument instrument, boolean particular) -> excluded.addAll(
          particular ? instrument.kin() : Instrument.ACOUSTIC_GUITAR.kin());
      case Meaning.Seat(Part part) -> absent.add(part);
      case Meaning.Play _, Meaning.Empty _, Meaning.Surround _, Meaning.Scale _, Meaning.Speed _, Meaning.Alone _, Meaning.Solo _, Meaning.Feel _ -> {
        // "not sad" does not say what instead: the word simply does not count.
      }
    }
  }

  /** "Solo piano" is one alone; "rock with a guitar solo" is not. */
  private boolean playsSolo(List<Found<Meaning>> found) {
    boolean band = genre.isPresent() && genre.get().strong();
    return found.stream().filter(word -> word.meaning() instanceof Meaning.Solo)
        .anyMatch(solo -> !band || found.stream().anyMatch(next -> next.start() == solo.end() + 1
            && next.meaning() instanceof Meaning.Feature));
  }

  private Genre guessGenre() {
    if (anyGuitar || featured.contains(Instrument.ACOUSTIC_GUITAR) || featured.contains(Instrument.UKULELE)) {
      return Genre.FOLK;
    }
    if (featured.contains(Instrument.DISTORTED_GUITAR)) {
      return Genre.ROCK;
    }
    if (featured.contains(Instrument.PIANO) || featured.contains(Instrument.FELT_PIANO)) {
      return wanted.contains(Part.DRUMS) ? Genre.POP : Genre.CLASSICAL;
    }
    if (featured.contains(Instrument.SAXOPHONE) || featured.contains(Instrument.TRUMPET)) {
      return Genre.JAZZ;
    }
    if (featured.stream().anyMatch(ORCHESTRA::contains)) {
      return energy > 0 ? Genre.ORCHESTRAL : Genre.CLASSICAL;
    }
    if (energy <= -0.35 || !textures.isEmpty()) {
      return Genre.AMBIENT;
    }
    if (energy >= 0.35) {
      return Genre.DANCE;
    }
    return DEFAULTS.get(Math.floorMod(text.hashCode(), DEFAULTS.size()));
  }

  /** "Guitar" alone means the one that the genre plays. */
  private void settleGuitar(Genre chosen) {
    if (!anyGuitar || featured.stream().anyMatch(Instrument.ACOUSTIC_GUITAR.kin()::contains)) {
      return;
    }
    featured.add(chosen.style().band().players().values().stream().map(Style.Player::instrument)
        .filter(Instrument.ACOUSTIC_GUITAR.kin()::contains).findFirst().orElse(Instrument.ACOUSTIC_GUITAR));
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
