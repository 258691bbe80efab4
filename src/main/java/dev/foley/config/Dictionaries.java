package dev.foley.config;

import dev.foley.provider.elevenlabs.ElevenLabsSettings.Dictionary;
import java.util.Arrays;
import java.util.List;

/** Pronunciation dictionaries, each {@code id} or {@code id:version}. */
record Dictionaries() implements Format<List<Dictionary>> {
  private static final int MOST = 3;

  @Override
  public List<Dictionary> read(String text) throws UnfitValueException {
    List<String> entries = Arrays.stream(text.split(",", -1)).map(String::strip).filter(entry -> !entry.isEmpty())
        .toList();
    if (entries.size() > MOST || entries.stream().anyMatch(entry -> entry.startsWith(":"))) {
      throw UnfitValueException.of(text, "write at most " + MOST + " ids, each alone or as id:version");
    }
    return entries.stream().map(Dictionary::parse).toList();
  }

  @Override
  public String form() {
    return "a list of ids";
  }

  @Override
  public boolean takesList() {
    return true;
  }
}
