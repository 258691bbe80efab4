package dev.foley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
  @ParameterizedTest
  @CsvSource({
      "WAV,524946460000000057415645666d7420",
      "OGG,4f67675300020000",
      "FLAC,664c614300000022",
      "MP3,494433040000000000",
      "MP3,fffb9064", // MPEG-1 layer III, 128 kbit/s, 44.1 kHz
      "MP3,fff38044", // MPEG-2 layer III
      "MP3,ffe3184000"}) // MPEG-2.5 layer III
  void knowsAudioByItsFirstBytes(AudioContainer container, String hex) {
    assertThat(FileKind.of(bytes(hex))).isEqualTo(new FileKind.Audio(container));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "fffe7b002200", // UTF-16 text with a byte order mark
      "fff15080", // AAC in ADTS
      "fffbf064", // bit rate 15
      "fffb9c64", // sample rate 3
      "ffeb9064", // reserved version
      "fffb", // too short to tell
      "5249464600000000415649204c495354", // AVI
      "52494646", "00", "1f8b0800", "504b0304"})
  void callsNothingElseAudio(String hex) {
    assertThat(FileKind.of(bytes(hex))).isEqualTo(FileKind.Other.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html>", "  \r\n<html lang=en>", "\u00EF\u00BB\u00BF<!doctype HTML>",
      "<!-- hello --><head>", "<?xml version='1.0'?><html><body>"})
  void recognisesAWebPage(String text) {
    assertThat(FileKind.of(text.getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(FileKind.Other.HTML);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"error\":1}", " [1]"})
  void recognisesJson(String text) {
    assertThat(FileKind.of(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(FileKind.Other.JSON);
  }

  @Test
  void recognisesNothing() {
    assertThat(FileKind.of(new byte[0])).isEqualTo(FileKind.Other.EMPTY);
  }
}
