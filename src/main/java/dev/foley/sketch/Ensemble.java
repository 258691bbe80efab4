package dev.foley.sketch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who sits where: the genre's band, changed by what the prompt names and refuses. */
record Ensemble(Map<Part, Seat> seats) {
  private static final Map<Part, List<Instrument>> SUBSTITUTES = Map.of(
      Part.BASS, List.of(Instrument.ELECTRIC_BASS, Instrument.SYNTH_BASS, Instrument.CONTRABASSES),
      Part.CHORDS, List.of(Instrument.ELECTRIC_PIANO, Instrument.ACOUSTIC_GUITAR, Instrument.HARP),
      Part.PAD, List.of(Instrument.WARM_PAD, Instrument.STRINGS, Instrument.ORGAN),
      Part.LEAD, List.of(Instrument.VIBRAPHONE, Instrument.FLUTE, Instrument.PLUCK));
  private static final Map<Part, List<Steps>> PATTERNS = Map.of(
      Part.BASS, List.of(new Steps("R-------5-------")), Part.CHORDS, List.of(new Steps("1-2-3-4-3-2-3-2-")));

  static Ensemble seat(MusicBrief brief) {
    Map<Part, Seat> seats = new EnumMap<>(Part.class);
    Collection<Style.Player> players = brief.genre().style().band().players().values();
    players.forEach(player -> seats.put(player.part(), new Seat(player.part(), player.instrument(), player.patterns(),
        brief.wanted().contains(player.part()))));
    for (Part part : SUBSTITUTES.keySet()) {
      Seat seat = seats.get(part);
      boolean refused = seat != null && brief.excluded().contains(seat.instrument());
      boolean missing = seat == null && brief.wanted().contains(part);
      if (refused || missing) {
        substitute(part, brief).ifPresentOrElse(
            instrument -> put(seats, part, instrument, brief.wanted().contains(part)),
            () -> seats.remove(part));
      }
    }
    Set<Part> claimed = EnumSet.copyOf(List.of(Part.DRUMS));
    claimed.addAll(brief.absent());
    for (Instrument instrument : brief.featured()) {
      // Who plays anyway stays in place.
      Optional<Part> usual = seats.values().stream().filter(seat -> seat.instrument() == instrument).map(Seat::part)
          .filter(part -> !claimed.contains(part)).min(Comparator.naturalOrder());
      usual.or(() -> instrument.parts().stream().filter(part -> !claimed.contains(part)).findFirst())
          .ifPresent(part -> {
            put(seats, part, instrument, true);
            claimed.add(part);
          });
    }
    if (brief.featured().size() == 1 && brief.featured().getFirst().parts().contains(Part.LEAD)
        && !claimed.contains(Part.LEAD)) {
      put(seats, Part.LEAD, brief.featured().getFirst(), brief.alone());
    }
    seats.keySet().removeAll(brief.absent());
    if (brief.alone()) {
      seats.values().removeIf(seat -> !seat.featured());
    }
    if (seats.isEmpty() && brief.absent().contains(Part.DRUMS)) {
      put(seats, Part.PAD, Instrument.WARM_PAD, false);
    }
    return new Ensemble(Map.copyOf(seats));
  }

  private static Optional<Instrument> substitute(Part part, MusicBrief brief) {
    return SUBSTITUTES.getOrDefault(part, List.of()).stream()
        .filter(instrument -> !brief.excluded().contains(instrument)).findFirst();
  }

  private static void put(Map<Part, Seat> seats, Part part, Instrument instrument, boolean featured) {
    Seat before = seats.get(part);
    List<Steps> patterns = before != null && !before.patterns().isEmpty()
        ? before.patterns()
        : PATTERNS.getOrDefault(part, List.of());
    seats.put(part, new Seat(part, instrument, patterns, featured));
  }

  /** In a fixed order, so that chance falls the same way each time. */
  List<Seat> inOrder() {
    List<Seat> ordered = new ArrayList<>();
    for (Part part : Part.values()) {
      Seat seat = seats.get(part);
      if (seat != null) {
        ordered.add(seat);
      }
    }
    return ordered;
  }

  /** Whether a chair plays in a section: those the prompt named always do, and somebody always must. */
  boolean plays(Seat seat, Section.Kind kind) {
    boolean always = seat.featured() && seat.part() != Part.BASS;
    return always || kind.plays(seat.part())
        || seats.keySet().stream().noneMatch(kind::plays);
  }
}
