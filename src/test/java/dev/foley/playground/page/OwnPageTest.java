package dev.foley.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnPageTest {
  @Test
  void ourPageAndProgramsMayAct() {
    assertThat(OwnPage.sent("http://127.0.0.1:8700", "127.0.0.1:8700")).isTrue();
    assertThat(OwnPage.sent("http://localhost:8700", "localhost:8700")).isTrue();
    assertThat(OwnPage.sent(null, "127.0.0.1:8700")).isTrue();
  }

  @Test
  void otherPagesMayNotNorNamesThatWereMadeToPointHere() {
    assertThat(OwnPage.sent("https://example.org", "127.0.0.1:8700")).isFalse();
    assertThat(OwnPage.sent("http://127.0.0.1:9999", "127.0.0.1:8700")).isFalse();
    assertThat(OwnPage.sent("http://rebound.example:8700", "rebound.example:8700")).isFalse();
    assertThat(OwnPage.sent(null, null)).isFalse();
  }
}
