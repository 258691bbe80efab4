package dev.foley.playground.services.stability;

/** Tells prompts that cannot be English by the letters they are written in. */
final class Scripts {
  private Scripts() {}

  /** Whether at least half of the letters are Latin ones; words of other languages in Latin letters pass. */
  static boolean couldBeEnglish(String prompt) {
    long letters = prompt.codePoints().filter(Character::isLetter).count();
    long latin = prompt.codePoints().filter(Character::isLetter)
        .filter(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN).count();
    return latin * 2 >= letters;
  }
}
