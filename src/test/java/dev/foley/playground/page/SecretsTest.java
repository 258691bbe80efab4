package dev.foley.playground.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SecretsTest {
  @Test
  void tokensInPathsAreMaskedAndTheRestIsLeft() {
    assertThat(Secrets.masked("/api/v10/webhooks/123/aW50ZXJhY3Rpb24/messages/@original?wait=true"))
        .isEqualTo("/api/v10/webhooks/123/***/messages/@original?wait=true");
    assertThat(Secrets.masked("/api/v10/interactions/45/secret/callback"))
        .isEqualTo("/api/v10/interactions/45/***/callback");
    assertThat(Secrets.masked("/api/v10/channels/1/messages/2")).isEqualTo("/api/v10/channels/1/messages/2");
  }

  @Test
  void signaturesAndKeysInQueriesAreMasked() {
    assertThat(Secrets.masked("http://h/attachments/1/2/a.wav?ex=1&is=2&hm=abc")).endsWith("?ex=1&is=2&hm=***");
    assertThat(Secrets.masked("/x?key=k&generation_id=9")).isEqualTo("/x?key=***&generation_id=9");
  }

  @Test
  void tokensInBodiesAreMasked() {
    assertThat(Secrets.masked("{\"token\": \"a.b\",\"api_key\":\"k\",\"prompt\":\"a token: here\"}"))
        .isEqualTo("{\"token\": \"***\",\"api_key\":\"***\",\"prompt\":\"a token: here\"}");
  }
}
