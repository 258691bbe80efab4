package dev.foley.provider;

/**
 * A file format that a model can answer in.
 *
 * @param name as members write it: {@code wav}, {@code mp3}
 * @param bytesPerSecond size of a second of it, for judging beforehand whether a file will fit
 */
public record ResultFormat(String name, int bytesPerSecond) {
  public static final String WAV = "wav";

  public ResultFormat {
    if (bytesPerSecond < 1) {
      throw new IllegalArgumentException(name + " has " + bytesPerSecond + " bytes per second");
    }
  }
}
