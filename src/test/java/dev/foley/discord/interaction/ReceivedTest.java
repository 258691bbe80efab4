package dev.foley.discord.interaction;

import static org.assertj.core.api.Assertions.assertThat;

import dev.foley.generation.ChannelId;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTest {
  /** The example of Discord's reference, under "Snowflakes". */
  @Test
  void anIdTellsWhenItWasMade() {
    assertThat(Received.receivedAt(175928847299117063L)).isEqualTo("2016-04-30T11:18:25.796Z");
  }

  /** Threads of announcement channels, public and private ones. */
  @ParameterizedTest
  @ValueSource(ints = {10, 11, 12})
  void aThreadHasTheChannelThatItBelongsToAsParent(int type) {
    assertThat(Received.parent(channel("{\"id\":\"9\",\"type\":" + type + ",\"parent_id\":\"200\"}")))
        .contains(new ChannelId(200));
  }

  /** A channel's own parent is its category. */
  @ParameterizedTest
  @ValueSource(strings = {"{\"id\":\"9\",\"type\":0,\"parent_id\":\"5\"}", "{\"id\":\"9\",\"type\":1}",
      "{\"id\":\"9\",\"type\":11,\"parent_id\":null}", "{\"id\":\"9\",\"type\":11}", "{\"id\":\"9\"}"})
  void anythingElseHasNone(String channel) {
    assertThat(Received.parent(channel(channel))).isEmpty();
  }

  private static DataObject channel(String json) {
    return DataObject.fromJson("{\"channel\":" + json + "}");
  }
}
