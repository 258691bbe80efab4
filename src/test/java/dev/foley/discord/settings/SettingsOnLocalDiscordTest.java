package dev.foley.discord.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.discord.BotOnLocalDiscord;
import dev.foley.discord.Features;
import dev.foley.discord.Models;
import dev.foley.discord.interaction.PreferenceSource;
import dev.foley.generation.GuildId;
import dev.foley.generation.InMemoryGenerationStore;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.PreferenceStore.Entry;
import dev.foley.generation.policy.Tariff;
import dev.foley.playground.discord.ChannelView;
import dev.foley.playground.discord.InteractionView;
import dev.foley.playground.discord.Invocation;
import dev.foley.playground.discord.MessageView;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ada may manage the server; mia may not. */
class SettingsOnLocalDiscordTest {
  private static BotOnLocalDiscord local;
  private static GuildId guild;
  private static ChannelView room;

  @BeforeAll
  static void start() throws Exception {
    local = new BotOnLocalDiscord(new InMemoryGenerationStore(), Models.catalogue(),
        new Features.Policy(Limits.DEFAULT, Tariff.DEFAULT, PreferenceSource.NONE));
    String name = local.newChannel();
    room = local.discord.world().channels().stream().filter(channel -> channel.name().equals(name)).findFirst()
        .orElseThrow();
    guild = new GuildId(
        new ObjectMapper().readTree(rest("GET", "channels/" + room.id(), "")).path("guild_id").asLong());
  }

  @AfterAll
  static void stop() {
    local.close();
  }

  @BeforeEach
  void setEverythingBack() {
    local.records.of(guild).forEach(entry -> local.records.unset(guild, entry.channel(), entry.name()));
  }

  @Test
  void aModelIsSetForTheServerAndForAChannel() throws Exception {
    assertThat(set("/settings model kind:/music model:long-audio")).isEqualTo("""
        **Model of /music** · the whole server
        Now: long-audio
        Before: the usual one, loops
        -# Taken where a member names no model.""");
    assertThat(set("/settings model kind:/music model:SONGS/LARGE channel:" + room.name())).isEqualTo("""
        **Model of /music** · <#%s>
        Now: songs/large
        Before: as in the whole server
        -# Taken where a member names no model.""".formatted(room.id()));
    assertThat(stored()).containsExactlyInAnyOrder("server music-model long-audio",
        room.id() + " music-model songs/large");
  }

  @Test
  void aModelThatCannotBeUsedIsRefused() throws Exception {
    assertThat(set("/settings model kind:/music model:nobody")).startsWith("There is no model “nobody”.");
    assertThat(set("/settings model kind:/music model:speaker")).isEqualTo(
        "speaker cannot be used with /music. The list that appears while you type shows which models can.");
    assertThat(set("/settings model kind:/speak model:plain-speaker")).startsWith("plain-speaker is not set up here.");
    assertThat(stored()).isEmpty();
  }

  @Test
  void modelsThatCanBeUsedAreSuggested() throws Exception {
    assertThat(suggested("/settings model kind:/speak model:")).containsExactly("speaker");
    assertThat(suggested("/settings model model:AUDIO")).containsExactly("long-audio");
  }

  @Test
  void channelsAreAddedAndRemoved() throws Exception {
    assertThat(set("/settings channels action:Add channel:music")).contains("Before: everywhere")
        .contains("Now: <#");
    assertThat(set("/settings channels action:Add channel:" + room.name())).contains(" and <#" + room.id() + ">");
    assertThat(set("/settings channels action:Add channel:" + room.name())).contains("Is so already: <#");
    assertThat(set("/settings channels action:Remove channel:music")).contains("Now: <#" + room.id() + ">\n");
    assertThat(set("/settings channels action:Remove channel:music"))
        .isEqualTo("This is not on the list, so there is nothing to remove.");
    assertThat(set("/settings channels action:Remove channel:" + room.name())).contains("Now: everywhere");
    assertThat(stored()).isEmpty();
  }

  @Test
  void rolesAreAddedAndRemovedAndMentionNobody() throws Exception {
    MessageView answer = answerTo("ada", "/settings roles action:Add role:Moderator");
    assertThat(answer.content()).startsWith("**Roles** · the whole server\nNow: <@&").contains("Before: everybody");
    assertThat(answer.mentions()).isEmpty();
    assertThat(set("/settings roles action:Remove role:Moderator")).contains("Now: everybody");
    assertThat(set("/settings roles action:Add role:@everyone")).startsWith("Everybody has this role.");
  }

  @Test
  void budgetsAreSetForMembersAndForTheServer() throws Exception {
    assertThat(set("/settings budget who:Each member period:Per day credits:12.5"))
        .contains("**Budget of each member per day** · the whole server\nNow: 12.5 credits\nBefore: no limit");
    assertThat(set("/settings budget who:The whole server period:Per month credits:5000"))
        .contains("Now: 5,000 credits");
    assertThat(stored()).containsExactlyInAnyOrder("server member-daily 12.5", "server server-monthly 5000");
  }

  @Test
  void aLimitWiderThanTheHostsIsTakenAndTheHostsIsSaid() throws Exception {
    assertThat(set("/settings confirm above:250")).isEqualTo("""
        **Asking before it gets expensive** · the whole server
        Now: above 250 credits
        Before: that of the host, above 100 credits
        The host of this bot has set a limit of its own: above 100 credits. Whichever is stricter counts.
        -# Members see the price and confirm before anything is submitted.""");
    assertThat(set("/settings confirm above:50")).doesNotContain("The host");
  }

  @Test
  void limitsAreSetTogetherOrAlone() throws Exception {
    String answer = set("/settings limits pending-per-member:2 cooldown:90");
    assertThat(answer).contains("**Sounds of a member under way** · the whole server\nNow: at most 2")
        .contains("**Pause between two requests of a member** · the whole server\nNow: 90 s\nBefore: none");
    assertThat(stored()).containsExactlyInAnyOrder("server pending-per-member 2", "server cooldown 90");
    assertThat(set("/settings limits")).isEqualTo("Please fill in at least one limit.");
  }

  @Test
  void wordsAreKeptInTheirPlainestForm() throws Exception {
    assertThat(set("/settings words action:Add word:ＲＵＢＢＩＳＨ")).contains("Now: “rubbish”");
    assertThat(set("/settings words action:Add word:*two*   Words")).contains("Now: “rubbish” and “\\*two\\* words”");
    assertThat(set("/settings words action:Remove word:Rubbish")).contains("Now: “\\*two\\* words”");
    assertThat(set("/settings words action:Add word:\u200B")).startsWith("A word needs something that can be seen");
  }

  @Test
  void languageAndVoiceMessagesAreSetForTheServerAndForAChannel() throws Exception {
    assertThat(set("/settings language language:Deutsch")).contains("Now: Deutsch\nBefore: Everybody’s own");
    assertThat(set("/settings language language:own channel:" + room.name()))
        .contains("<#" + room.id() + ">\nNow: Everybody’s own\nBefore: as in the whole server");
    assertThat(set("/settings voice on:true channel:" + room.name())).contains("Now: yes");
    assertThat(stored()).containsExactlyInAnyOrder("server language de", room.id() + " language own",
        room.id() + " voice-messages true");
  }

  @Test
  void aSettingIsSetBackInOnePlaceOnly() throws Exception {
    set("/settings language language:Deutsch");
    set("/settings language language:日本語 channel:" + room.name());

    assertThat(set("/settings reset setting:Language channel:" + room.name()))
        .isEqualTo("**Language** · <#%s>\nNow: as in the whole server\nBefore: 日本語".formatted(room.id()));
    assertThat(stored()).containsExactly("server language de");
    assertThat(set("/settings reset setting:Roles channel:" + room.name()))
        .isEqualTo("This counts for the whole server only. Please leave “channel” out.");
  }

  @Test
  void everythingThatIsSetIsShownAlsoAfterARestart() throws Exception {
    set("/settings voice on:true");
    local.restart();

    MessageView shown = shown("ada");
    assertThat(shown.ephemeral()).isTrue();
    assertThat(shown.embeds().getFirst().description()).isEqualTo("""
        **Speech as voice messages:** yes
        -# A voice message plays at once, but says nothing about how it was made.""");
    assertThat(shown.embeds().getLast().description()).startsWith("Model of /music: the usual one, loops\n")
        .contains("Sounds of a member under way: that of the host, at most 10");
  }

  @Test
  void itIsOfferedInServersToManagersOnly() {
    ObjectNode command = registered();
    assertThat(command.path("contexts")).hasToString("[0]");
    assertThat(command.path("integration_types")).hasToString("[0]");
    assertThat(command.path("default_member_permissions").asText()).isEqualTo("32");
    assertThat(local.members().invoke("mia", "music", "/settings show"))
        .isEqualTo(new Invocation.Refused("", "You do not have permission to use this command."));
  }

  /** The managers of a server can open a command to everybody; what it says of itself can change between two versions of the bot. */
  @Test
  void whoeverElseGetsToItIsRefusedByTheBotItself() throws Exception {
    edit("{\"default_member_permissions\": null, \"contexts\": [0, 1]}");
    try {
      MessageView refusal = answerTo("mia", "/settings confirm above:0");
      assertThat(refusal.content()).isEqualTo("Only members who may manage this server can change its settings.");
      assertThat(refusal.ephemeral()).isTrue();
      assertThat(answerTo("mia", "/settings show").content()).isEqualTo(refusal.content());
      assertThat(local.answer(local.members().invoke("ada", "@ada", "/settings confirm above:0").sent()).content())
          .isEqualTo("Settings belong to a server. Please use this command in one.");
      assertThat(stored()).isEmpty();
    } finally {
      edit("{\"default_member_permissions\": \"32\", \"contexts\": [0]}");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "settings confirm|above|-1|“above” has to be a number between 0 and 10,000,000.",
      "settings confirm|above|much|“above” has to be a number between 0 and 10,000,000.",
      "settings limits|pending-per-member|0|“pending-per-member” has to be a number between 1 and 1,000.",
      "settings limits|cooldown|1e9|“cooldown” has to be a number between 0 and 86,400.",
      "settings language|language|it|“language” is not what it can be. Please choose from what Discord offers.",
      "settings reset|setting|everything|“setting” is not what it can be. Please choose from what Discord offers.",
      "settings roles|role|nobody|“role” is not what it can be. Please choose from what Discord offers.",
      "settings words|word|x|“action” is not what it can be. Please choose from what Discord offers.",
      "settings budget|credits|5|“who” is not what it can be. Please choose from what Discord offers.",
      "settings model|model|loops|“kind” is not what it can be. Please choose from what Discord offers.",
      "settings voice|on|perhaps|“on” is not what it can be. Please choose from what Discord offers.",
      "settings|anything|1|I do not know this command any more. Reload Discord and try again."})
  void whatAForgedClientSendsIsRefusedWithASentence(String command, String option, String value, String sentence)
      throws Exception {
    MessageView refusal = local.answer(
        local.members().invokeForged("ada", "music", command, Map.of(option, value)).sent());

    assertThat(refusal.content()).isEqualTo(sentence);
    assertThat(refusal.ephemeral()).isTrue();
    assertThat(stored()).isEmpty();
  }

  @Test
  void aBusyBotSaysSo() throws Exception {
    local.work.set(BotOnLocalDiscord.FULL);
    try {
      assertThat(set("/settings confirm above:5")).isEqualTo("I am busy right now. Please try again in a moment.");
    } finally {
      local.work.set(Thread::startVirtualThread);
    }
    assertThat(stored()).isEmpty();
  }

  private static String set(String line) throws Exception {
    MessageView answer = answerTo("ada", line);
    assertThat(answer.ephemeral()).isTrue();
    return answer.content();
  }

  private static MessageView answerTo(String member, String line) throws Exception {
    return local.answer(local.members().invoke(member, "music", line).sent());
  }

  private static MessageView shown(String member) throws Exception {
    String id = local.members().invoke(member, "music", "/settings show").sent();
    return local.members().awaitInteraction(id, view -> view.responses().stream()
        .anyMatch(message -> !message.embeds().isEmpty()), BotOnLocalDiscord.PATIENCE).responses().getFirst();
  }

  private static List<String> suggested(String line) throws Exception {
    String id = local.members().autocomplete("ada", "music", line).sent();
    return local.members().awaitInteraction(id, InteractionView::acknowledged, BotOnLocalDiscord.PATIENCE).choices()
        .stream().map(InteractionView.Choice::value).toList();
  }

  private static List<String> stored() {
    return local.records.of(guild).stream().map(SettingsOnLocalDiscordTest::line).toList();
  }

  private static String line(Entry entry) {
    return entry.channel().map(Object::toString).orElse("server") + " " + entry.name() + " " + entry.value();
  }

  private static ObjectNode registered() {
    return local.members().commands("music").stream()
        .filter(command -> command.path("name").asText().equals("settings"))
        .findFirst().orElseThrow();
  }

  /** Changes the registered command as its application can. */
  private static void edit(String json) throws Exception {
    ObjectNode command = registered();
    assertThat(rest("PATCH", "applications/" + command.path("application_id").asText() + "/commands/"
        + command.path("id").asText(), json)).contains("settings");
  }

  private static String rest(String method, String path, String json) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(HttpRequest.newBuilder(local.discord.apiUrl().resolve(path))
          .header("Authorization", "Bot playground").header("Content-Type", "application/json")
          .method(method, HttpRequest.BodyPublishers.ofString(json)).build(), HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      return answer.body();
    }
  }
}
