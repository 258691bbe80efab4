package dev.foley.audio;

/** What a file is by its first bytes, whatever its name or content type says. */
public enum AudioContainer {
  WAV("wav"), MP3("mp3"), OGG("ogg"), FLAC("flac");

  private final String extension;

  AudioContainer(String extension) {
    this.extension = extension;
  }

  /** The usual file name ending, without the dot. */
  public String extension() {
    return extension;
  }
}
