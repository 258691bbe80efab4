package dev.foley.config;

/** A text does not fit its key. The predicate follows the key's name in a sentence, without a full stop. */
final class UnfitValueException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 60;

  private final String predicate;

  UnfitValueException(String predicate) {
    super(predicate, null, false, false);
    this.predicate = predicate;
  }

  String predicate() {
    return predicate;
  }

  /** For values that cannot be a secret or an address with one in it. */
  static UnfitValueException of(String text, String instead) {
    return new UnfitValueException("is " + quoted(text) + "; " + instead);
  }

  static String quoted(String text) {
    String shown = text.codePoints().limit(SHOWN).filter(c -> !Character.isISOControl(c))
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    return "\"" + shown + (shown.length() < text.length() ? "…\"" : "\"");
  }
}
