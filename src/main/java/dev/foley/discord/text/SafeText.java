package dev.foley.discord.text;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/**
 * A stranger's words, made safe to show. Nothing in them may ping, link, format, hide or turn around the text around them.
 *
 * <p>Two steps. {@link #plain} takes out what cannot be seen: control, zero-width and bidirectional characters, lone surrogates, and
 * line breaks, with which everything goes that Discord knows only at the start of a line (headings, lists, quotes). {@link #shown}
 * then puts a backslash before each character with which Discord's Markdown begins something. JDA's sanitizer is not enough here: it
 * leaves mentions, masked links, headings and timestamps alone.
 *
 * <p>This is the second line of defence: no message of ours parses mentions at all ({@code allowed_mentions}).
 */
public final class SafeText {
  /** Each begins or ends a construct wherever it stands; {@code <} covers mentions, custom emoji, timestamps and links. */
  private static final String ALWAYS_SPECIAL = "\\*_~`|<>[]()@#";
  /** At the very start these begin a list or small print. */
  private static final String SPECIAL_AT_START = "-+";
  private static final int NAME_LENGTH = 40;
  private static final int MAX_MARKS = 4;

  private SafeText() {}

  /**
   * As typed, as far as every database can keep it: without NUL, and with a question mark for half a surrogate pair. No client sends
   * either; whoever does is not to be told that the database is down.
   */
  public static String wellFormed(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\0", "");
  }

  /**
   * One line of what can be seen, without leading, trailing or double spaces; may be empty. Of marks that are heaped on one letter,
   * {@value #MAX_MARKS} are left: more than any script needs, fewer than reach into the lines above and below.
   */
  public static String plain(String text) {
    StringBuilder line = new StringBuilder(text.length());
    int marks = 0;
    for (int i = 0; i < text.length();) {
      int character = text.codePointAt(i);
      i += Character.charCount(character);
      if (isSpace(character)) {
        if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
          line.append(' ');
        }
        marks = 0;
      } else if (isVisible(character)) {
        marks = isMark(character) ? marks + 1 : 0;
        if (marks <= MAX_MARKS) {
          line.appendCodePoint(character);
        }
      }
    }
    return line.toString().strip();
  }

  /**
   * For an embed: plain, shortened, escaped.
   *
   * @param maxCodePoints of what is seen, an ellipsis included
   */
  public static String shown(String text, int maxCodePoints) {
    return escape(shorten(plain(text), maxCodePoints));
  }

  /** Cuts between code points, never inside one. */
  public static String shorten(String text, int maxCodePoints) {
    if (text.codePointCount(0, text.length()) <= maxCodePoints) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, maxCodePoints - 1)).stripTrailing() + "…";
  }

  /**
   * A file name that every system takes, such as {@code warm-lo-fi-piano-0ABCDEFGHJKMN.wav}: ASCII, at most 60 characters.
   *
   * @param id 13 characters that tell it from the others
   * @param extension without the dot, at most 4 characters
   */
  public static String fileName(String prompt, String id, String extension) {
    String words = Normalizer.normalize(plain(prompt), Normalizer.Form.NFKD).toLowerCase(Locale.ROOT)
        .replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    if (words.length() > NAME_LENGTH) {
      int wordEnd = words.lastIndexOf('-', NAME_LENGTH);
      words = words.substring(0, wordEnd > 0 ? wordEnd : NAME_LENGTH);
    }
    return (words.isEmpty() ? "sound" : words) + "-" + id + "." + extension;
  }

  private static String escape(String line) {
    StringBuilder escaped = new StringBuilder(line.length() + 16);
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      if (ALWAYS_SPECIAL.indexOf(character) >= 0 || (i == 0 && SPECIAL_AT_START.indexOf(character) >= 0)
          || endsListNumber(line, i) || joinsAddress(line, i)) {
        escaped.append('\\');
      }
      escaped.append(character);
    }
    return escaped.toString();
  }

  /** {@code 1. } at the start is a numbered list. */
  private static boolean endsListNumber(String line, int at) {
    return line.charAt(at) == '.' && at > 0 && line.substring(0, at).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The colon of {@code https://} and {@code :smile:}, the slash of {@code discord.gg/…}: not the colon of a sentence. */
  private static boolean joinsAddress(String line, int at) {
    return (line.charAt(at) == ':' || line.charAt(at) == '/') && at + 1 < line.length() && line.charAt(at + 1) != ' ';
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character) || Character.isSpaceChar(character);
  }

  private static boolean isMark(int character) {
    int type = Character.getType(character);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isVisible(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
        false;
      // Blank letters and marks, which no category tells: Hangul fillers, the braille blank, joiners, variation selectors.
      default -> !(character == 0x034F || character == 0x115F || character == 0x1160 || character == 0x17B4
          || character == 0x17B5 || (character >= 0x180B && character <= 0x180F) || character == 0x2800
          || character == 0x3164 || (character >= 0xFE00 && character <= 0xFE0E) || character == 0xFFA0
          || (character >= 0xE0100 && character <= 0xE01EF));
    };
  }
}
