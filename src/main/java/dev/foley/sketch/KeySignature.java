package dev.foley.sketch;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A key given by name: "D minor", "F# major", "B flat dorian", "c-moll", "key of G". */
final class KeySignature {
  private static final Map<String, Mode> MODES = Map.ofEntries(
      Map.entry("major", Mode.MAJOR), Map.entry("maj", Mode.MAJOR), Map.entry("dur", Mode.MAJOR),
      Map.entry("ionian", Mode.MAJOR), Map.entry("minor", Mode.MINOR), Map.entry("min", Mode.MINOR),
      Map.entry("moll", Mode.MINOR), Map.entry("aeolian", Mode.MINOR), Map.entry("natural minor", Mode.MINOR),
      Map.entry("harmonic minor", Mode.HARMONIC_MINOR), Map.entry("dorian", Mode.DORIAN),
      Map.entry("phrygian", Mode.PHRYGIAN), Map.entry("lydian", Mode.LYDIAN),
      Map.entry("mixolydian", Mode.MIXOLYDIAN), Map.entry("locrian", Mode.LOCRIAN));
  private static final String NOTE = "([a-g])[ -]?(#|♯|sharp|b(?![a-z])|♭|flat)?";
  private static final Pattern NAMED = Pattern.compile("\\b" + NOTE
      + "[ -]?(natural minor|harmonic minor|major|maj|dur|minor|min|moll|ionian|aeolian|dorian|phrygian|lydian|mixolydian|locrian)\\b");
  private static final Pattern KEY_OF = Pattern.compile("\\bkey (?:of|:) ?" + NOTE + "(m)?\\b");
  private static final Map<Character, Integer> NATURALS = Map.of('c', 0, 'd', 2, 'e', 4, 'f', 5, 'g', 7, 'a', 9, 'b',
      11);

  private KeySignature() {}

  /**
   * @param text as {@link Phrasebook#normalise} makes it
   */
  static Stated in(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return new Stated(tonic(named), Optional.ofNullable(MODES.get(named.group(3).toLowerCase(Locale.ROOT))));
    }
    Matcher keyOf = KEY_OF.matcher(text);
    if (keyOf.find()) {
      return new Stated(tonic(keyOf), Optional.ofNullable(keyOf.group(3)).map(m -> Mode.MINOR));
    }
    return new Stated(OptionalInt.empty(), Optional.empty());
  }

  private static OptionalInt tonic(Matcher match) {
    int natural = NATURALS.getOrDefault(match.group(1).charAt(0), 0);
    int shift = switch (Optional.ofNullable(match.group(2)).orElse("")) {
      case "#", "♯", "sharp" -> 1;
      case "b", "♭", "flat" -> -1;
      default -> 0;
    };
    return OptionalInt.of(Math.floorMod(natural + shift, 12));
  }

  /** What was said, which may be a tonic, a mode, both or nothing. */
  record Stated(OptionalInt tonic, Optional<Mode> mode) {}
}
