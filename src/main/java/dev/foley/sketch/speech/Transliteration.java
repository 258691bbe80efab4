package dev.foley.sketch.speech;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what is not ASCII in Latin letters, roughly as English would spell it: Greek and Cyrillic by table, Japanese
 * kana and emoji by their names in Unicode, accented letters without the accent. What is left (Han, Hangul and
 * others) becomes a space.
 */
final class Transliteration {
  /** A low line stands for a space. */
  private static final Map<Integer, String> SPELLINGS = spellings("""
      а=a б=b в=v г=g д=d е=ye ё=yo ж=zh з=z и=ee й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=oo ф=f х=kh ц=ts ч=ch ш=sh
      щ=shch ъ= ы=i ь= э=e ю=yoo я=ya є=ye і=ee ї=yee ґ=g ў=w ј=y љ=ly њ=ny ђ=j ћ=ch џ=j
      α=a β=v γ=g δ=th ε=e ζ=z η=ee θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=i φ=f χ=h ψ=ps ω=o
      ß=ss æ=ae œ=oe ø=o ł=l đ=d ð=th þ=th ı=i
      ’=' ‘=' ‛=' ′=' ʼ=' “=" ”=" „=" ‟=" «=" »=" ″=" ⁄=/ −=- ‐=- ‑=- 、=,_ 。=._ ・=_ ¿= ¡= →=,_
      ×=_times_ ÷=_divided_by_ ±=_plus_or_minus_ °=_degrees_ ≈=_about_ ≠=_is_not_ ≤=_at_most_ ≥=_at_least_ ∞=_infinity_
      √=_root_ €=_euros_ £=_pounds_ ¥=_yen_ ₹=_rupees_ §=_section_
      """);
  private static final Pattern KANA = Pattern.compile("(?:HIRAGANA|KATAKANA) LETTER (SMALL )?([A-Z]{1,2})");
  /** Where Unicode's names spell another way than an English reader would. */
  private static final Map<String, String> KANA_SOUNDS = Map.of("SI", "shi", "TI", "chi", "TU", "tsu", "HU", "fu", "ZI",
      "ji");

  private Transliteration() {}

  private static Map<Integer, String> spellings(String table) {
    return Stream.of(table.strip().split("\\s+")).collect(Collectors.toUnmodifiableMap(entry -> entry.codePointAt(0),
        entry -> entry.substring(2).replace('_', ' ')));
  }

  /** Appends how one code point, in composed form, reads. */
  static void append(int codePoint, StringBuilder out) {
    String spelling = SPELLINGS.get(Character.toLowerCase(codePoint));
    if (spelling != null) {
      boolean starts = Character.isUpperCase(codePoint) && !spelling.isEmpty();
      out.append(starts ? Character.toUpperCase(spelling.charAt(0)) + spelling.substring(1) : spelling);
    } else if (Character.isDigit(codePoint)) {
      out.append(Character.digit(codePoint, 10));
    } else if (Character.isLetter(codePoint)) {
      letter(codePoint, out);
    } else if (Character.isEmoji(codePoint)) {
      out.append(", ").append(emoji(Character.getName(codePoint))).append(", ");
    } else if (Character.getType(codePoint) != Character.NON_SPACING_MARK) {
      out.append(' ');
    }
  }

  private static String emoji(String name) {
    String letter = "REGIONAL INDICATOR SYMBOL LETTER ";
    return name.startsWith(letter) ? name.substring(letter.length()) : name.toLowerCase(Locale.ROOT);
  }

  private static void letter(int codePoint, StringBuilder out) {
    Matcher kana = KANA.matcher(String.valueOf(Character.getName(codePoint)));
    int base = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKD).codePointAt(0);
    if (kana.find()) {
      kana(kana.group(2), kana.group(1) != null, out);
    } else if (base < 0x80) {
      out.append((char) base);
    } else if (SPELLINGS.containsKey(Character.toLowerCase(base))) {
      append(base, out);
    } else if (Character.getType(codePoint) != Character.MODIFIER_LETTER) {
      out.append(' ');
    }
  }

  /** A small one takes the place of the vowel before it, or (tu) only lengthens the consonant after it. */
  private static void kana(String name, boolean small, StringBuilder out) {
    if (small && name.equals("TU")) {
      return;
    }
    int last = out.length() - 1;
    if (small && last >= 0 && "iu".indexOf(out.charAt(last)) >= 0) {
      out.setLength(last);
    }
    out.append(KANA_SOUNDS.getOrDefault(name, name.toLowerCase(Locale.ROOT)));
  }
}
