package dev.foley.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;

class ApplicationFactsTest {
  @Test
  void whatDiscordSaysOfAnApplicationIsUnderstood() {
    assertThat(ApplicationFacts.read(application().put("bot_public", false).put("bot_require_code_grant", true)
        .put("interactions_endpoint_url", "https://example.com/interactions")
        .put("flags", 1 << 15 | 1 << 18 | 1 << 23)
        .put("integration_types_config", DataObject.fromJson("{\"0\": {}, \"1\": {}}"))))
        .isEqualTo(new ApplicationFacts("77", "Foley", true, true, false,
            List.of("Server Members Intent", "Message Content Intent"), true, true, List.of()));
  }

  @Test
  void anApplicationFromBeforeThereWasAChoiceIsForServers() {
    assertThat(ApplicationFacts.read(application().putNull("interactions_endpoint_url")))
        .isEqualTo(new ApplicationFacts("77", "Foley", false, false, true, List.of(), true, false, List.of()));
  }

  @Test
  void aLinkThatAsksForTooLittleIsSeen() {
    assertThat(lacking("\"applications.commands\"", "101376"))
        .containsExactly("bot", "Embed Links", "Send Messages in Threads");
    assertThat(lacking("\"bot\", \"applications.commands\"", "274878024704")).isEmpty();
    assertThat(lacking("\"bot\", \"applications.commands\"", "8")).as("an administrator lacks nothing").isEmpty();
  }

  /** View Channels, Send Messages, Send Messages in Threads, Embed Links, Attach Files, Read Message History. */
  @Test
  void theInvitationAsksForWhatIsNeededAndNothingElse() {
    assertThat(ApplicationFacts.read(application()).invitation()).isEqualTo("https://discord.com/oauth2/authorize"
        + "?client_id=77&scope=bot+applications.commands&permissions="
        + (1L << 10 | 1L << 11 | 1L << 38 | 1L << 14 | 1L << 15 | 1L << 16));
  }

  private static List<String> lacking(String scopes, String permissions) {
    return ApplicationFacts.read(application().put("integration_types_config", DataObject.fromJson("""
        {"0": {"oauth2_install_params": {"scopes": [%s], "permissions": "%s"}}}
        """.formatted(scopes, permissions)))).lackingByDefault();
  }

  private static DataObject application() {
    return DataObject.empty().put("id", "77").put("name", "Foley").put("flags", 0);
  }
}
