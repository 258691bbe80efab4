package dev.foley.playground.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a member's client offers and takes, before the bot hears of it. */
class MemberClientTest {
  private Stage stage;
  private MemberControl control;

  @BeforeEach
  void start() throws Exception {
    stage = new Stage("""
        [{"name": "set", "description": "d", "contexts": [0], "default_member_permissions": "0", "options": [
           {"name": "channel", "description": "d", "type": 2, "options": [
             {"name": "default", "description": "d", "type": 1, "options": [
               {"name": "in", "description": "d", "type": 7, "channel_types": [0]},
               {"name": "by", "description": "d", "type": 8},
               {"name": "for", "description": "d", "type": 6}]}]}]},
         {"name": "everywhere", "description": "d", "contexts": [0, 1, 2], "integration_types": [0, 1]},
         {"name": "Tidy up", "type": 3, "default_member_permissions": "8192"}]""");
    control = stage.control;
  }

  @AfterEach
  void stop() {
    stage.close();
  }

  @Test
  void aCommandForAdministratorsIsForNobodyElse() {
    assertThat(refusal(control.invoke("ada", "music", "/set channel default")))
        .isEqualTo("You do not have permission to use this command.");
    assertThat(control.invoke("olga", "music", "/set channel default")).isInstanceOf(Invocation.Sent.class);
  }

  @Test
  void aMenuAsksForPermissionsToo() {
    String message = control.say("ben", "music", "untidy").id();

    assertThat(refusal(control.invokeOnMessage("mia", "music", "Tidy up", message)))
        .isEqualTo("You do not have permission to use this command.");
    assertThat(control.invokeOnMessage("ada", "music", "Tidy up", message)).isInstanceOf(Invocation.Sent.class);
  }

  @Test
  void aCommandIsOfferedOnlyWhereItBelongs() {
    assertThat(control.commands("@mia")).extracting(command -> command.path("name").asText())
        .contains("everywhere").doesNotContain("set");
    assertThat(refusal(control.invoke("mia", "@mia", "/set channel default")))
        .isEqualTo("There is no command /set here.");
    assertThat(refusal(control.invoke("olga", "music", "/set channel default", "en-US", true)))
        .isEqualTo("There is no command /set here.");
  }

  @Test
  void whatOptionsNameIsResolvedWithThePermissionsThere() throws Exception {
    control.invoke("olga", "music", "/set channel default in:#staff by:Moderator for:@ada").sent();

    JsonNode data = stage.interaction().path("data");
    JsonNode options = data.path("options").path(0).path("options").path(0).path("options");
    JsonNode resolved = data.path("resolved");
    String staff = options.path(0).path("value").asText();
    String ada = options.path(2).path("value").asText();
    assertThat(resolved.path("channels").path(staff).path("name").asText()).isEqualTo("staff");
    assertThat(Permission.VIEW_CHANNEL.in(resolved.path("channels").path(staff).path("permissions").asLong()))
        .isTrue();
    assertThat(resolved.path("roles").path(options.path(1).path("value").asText()).path("name").asText())
        .isEqualTo("Moderator");
    assertThat(resolved.path("users").path(ada).path("username").asText()).isEqualTo("ada");
    assertThat(Permission.MANAGE_GUILD.in(resolved.path("members").path(ada).path("permissions").asLong())).isTrue();
    assertThat(refusal(control.invoke("olga", "music", "/set channel default in:@mia")))
        .isEqualTo("Choose a valid channel.");
  }

  @Test
  void aSelectTakesAsManyLinesAsItSays() throws Exception {
    JsonNode command = stage.invoked("/everywhere");
    stage.callback(command, """
        {"type": 4, "data": {"components": [{"type": 1, "components": [
          {"type": 3, "custom_id": "pick", "min_values": 2, "max_values": 2, "options": [
            {"label": "One", "value": "1"}, {"label": "Two", "value": "2"}, {"label": "Three", "value": "3"}]}]}]}}""");
    String message = control.messages("mia", "music").getLast().id();

    assertThat(refusal(select(message, "One"))).isEqualTo("Choose at least 2.");
    assertThat(refusal(select(message, "One", "Two", "Three"))).isEqualTo("Choose at most 2.");
    select(message, "One", "Two").sent();
    assertThat(stage.interaction().path("data").path("values")).hasToString("[\"1\",\"2\"]");
  }

  @Test
  void componentsBelongToTheInstallationThatTheirMessageCameBy() throws Exception {
    control.invoke("mia", "music", "/everywhere", "en-US", true).sent();
    stage.callback(stage.interaction(), """
        {"type": 4, "data": {"content": "x", "components": [{"type": 1, "components": [
          {"type": 2, "style": 1, "label": "Again", "custom_id": "again"}]}]}}""");
    control.press("mia", "music", "Again").sent();

    JsonNode press = stage.interaction();
    assertThat(press.path("authorizing_integration_owners").has("0")).isFalse();
    assertThat(press.path("authorizing_integration_owners").has("1")).isTrue();
    assertThat(Permission.VIEW_CHANNEL.in(press.path("app_permissions").asLong())).isFalse();
  }

  private Invocation select(String message, String... labels) {
    return control.select("mia", "music", message, "pick", List.of(labels));
  }

  private static String refusal(Invocation invocation) {
    return invocation instanceof Invocation.Refused refused ? refused.sentence() : "sent";
  }
}
