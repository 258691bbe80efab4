package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTest {
  private static final String MUSIC = """
      {"name": "music", "options": [{"name": "prompt", "type": 3}, {"name": "seconds", "type": 4}]}""";
  private static final String SETTINGS = """
      {"name": "settings", "options": [
        {"name": "show", "type": 1},
        {"name": "budget", "type": 2, "options": [
          {"name": "set", "type": 1, "options": [{"name": "amount", "type": 4}]}]}]}""";

  @Test
  void aValueRunsToTheNextOption() throws Exception {
    CommandLine line = parse("/music prompt:warm lo-fi piano seconds:12", MUSIC);

    assertThat(line.values()).containsExactly(entry("prompt", "warm lo-fi piano"), entry("seconds", "12"));
    assertThat(line.stray()).isEmpty();
  }

  @Test
  void aValueMayContainColonsQuotesAndNamesThatTheCommandLacks() throws Exception {
    CommandLine line = parse("/music seconds:5 prompt:key: \"C\" tempo:90 https://x.test at:once", MUSIC);

    assertThat(line.values()).containsExactly(entry("seconds", "5"),
        entry("prompt", "key: \"C\" tempo:90 https://x.test at:once"));
  }

  @Test
  void anOptionThatWasGivenIsTextFromThenOn() throws Exception {
    assertThat(parse("/music prompt:say prompt: twice", MUSIC).values()).containsExactly(
        entry("prompt", "say prompt: twice"));
  }

  @Test
  void aNameWithinAWordIsText() throws Exception {
    assertThat(parse("/music prompt:milliseconds:5", MUSIC).values()).containsExactly(
        entry("prompt", "milliseconds:5"));
  }

  @Test
  void textBeforeTheFirstOptionIsKeptApart() throws Exception {
    assertThat(parse("/music warm piano seconds:3", MUSIC).stray()).isEqualTo("warm piano");
    assertThat(parse("/music warm piano", MUSIC).stray()).isEqualTo("warm piano");
  }

  @Test
  void subcommandsAreWordsBeforeTheOptions() throws Exception {
    CommandLine line = parse("/settings budget set amount:3", SETTINGS);

    assertThat(line.path()).isEqualTo("settings budget set");
    assertThat(line.values()).containsExactly(entry("amount", "3"));
    assertThat(parse("/settings show", SETTINGS).path()).isEqualTo("settings show");
  }

  private static CommandLine parse(String line, String command) throws Exception {
    JsonNode json = Json.MAPPER.readTree(command);
    return CommandLine.parse(line, json);
  }

  private static Map.Entry<String, String> entry(String name, String value) {
    return Map.entry(name, value);
  }
}
