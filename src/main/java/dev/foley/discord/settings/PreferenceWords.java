package dev.foley.discord.settings;

import dev.foley.discord.text.AudioFacts;
import dev.foley.discord.text.Messages;
import dev.foley.discord.text.SafeText;
import dev.foley.discord.text.Wording;
import dev.foley.generation.ChannelId;
import dev.foley.generation.policy.Limits;
import dev.foley.generation.policy.Preference;
import dev.foley.generation.policy.PreferenceValue;
import dev.foley.provider.ModelCatalogue;
import dev.foley.provider.ModelId;
import dev.foley.provider.SoundKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings in a manager's language: what they are called, what they are set to, what counts where nothing is set. Pure. */
final class PreferenceWords {
  private final ModelCatalogue catalogue;
  private final Limits host;
  private final Locale locale;

  /** @param host what the host of the bot allows */
  PreferenceWords(ModelCatalogue catalogue, Limits host, Locale locale) {
    this.catalogue = catalogue;
    this.host = host;
    this.locale = locale;
  }

  /** What a setting is called. */
  record Name(Preference preference) implements Wording {
    @Override
    public String key() {
      return "name." + preference;
    }

    @Override
    public String bundle() {
      return "settings";
    }
  }

  /** What follows from a setting. */
  record Meaning(Preference preference) implements Wording {
    @Override
    public String key() {
      return "meaning." + preference;
    }

    @Override
    public String bundle() {
      return "settings";
    }
  }

  /** A language as those who speak it call it. */
  static String ownName(Locale language) {
    String name = language.getDisplayLanguage(language);
    return name.substring(0, 1).toUpperCase(language) + name.substring(1);
  }

  String name(Preference preference) {
    return Messages.of(locale, new Name(preference));
  }

  String meaning(Preference preference) {
    return Messages.of(locale, new Meaning(preference));
  }

  String place(Optional<ChannelId> channel) {
    return channel.map(id -> ShortList.channel(id.value())).orElseGet(() -> text(SettingsText.WHOLE_SERVER));
  }

  /** @param maxLength where it is a list, roughly */
  String value(Preference preference, PreferenceValue value, int maxLength) {
    return switch (value) {
      case PreferenceValue.Model(ModelId id) -> model(preference, id);
      case PreferenceValue.Channels(var ids) ->
        ShortList.of(locale, ids.stream().map(id -> ShortList.channel(id.value())).toList(), maxLength);
      case PreferenceValue.Roles(var ids) ->
        ShortList.of(locale, ids.stream().map(ShortList::role).toList(), maxLength);
      case PreferenceValue.Words(var words) -> ShortList.of(locale,
          words.stream().map(word -> "“" + SafeText.shown(word, word.length()) + "”").toList(), maxLength);
      case PreferenceValue.Credits(BigDecimal amount) -> figure(preference, amount);
      case PreferenceValue.Count(int most) -> figure(preference, BigDecimal.valueOf(most));
      case PreferenceValue.Pause(Duration pause) -> figure(preference, BigDecimal.valueOf(pause.toSeconds()));
      case PreferenceValue.Language(var language) ->
        language.map(PreferenceWords::ownName).orElseGet(() -> text(SettingsText.OWN_LANGUAGE));
      case PreferenceValue.Switch(boolean on) -> text(on ? SettingsText.YES : SettingsText.NO);
    };
  }

  /** What counts where nothing is set. */
  String unset(Preference preference, Optional<ChannelId> channel) {
    if (channel.isPresent()) {
      return text(SettingsText.AS_SERVER);
    }
    return switch (preference) {
      case MUSIC_MODEL -> usual(SoundKind.MUSIC);
      case SOUND_MODEL -> usual(SoundKind.SOUND);
      case SPEECH_MODEL -> usual(SoundKind.SPEECH);
      case LANGUAGE -> text(SettingsText.OWN_LANGUAGE);
      case VOICE_MESSAGES -> text(SettingsText.NO);
      case CHANNELS -> text(SettingsText.EVERYWHERE);
      case ROLES -> text(SettingsText.EVERYBODY);
      case BLOCKED_WORDS -> text(SettingsText.NONE);
      case MEMBER_DAILY, MEMBER_MONTHLY, SERVER_DAILY, SERVER_MONTHLY, PENDING_PER_MEMBER, PENDING_PER_CHANNEL ->
        hosts(preference, SettingsText.NO_LIMIT);
      case CONFIRM_ABOVE -> hosts(preference, SettingsText.NEVER);
      case COOLDOWN -> hosts(preference, SettingsText.NONE);
    };
  }

  /** That a server cannot go beyond what the host allows, where it seems to. */
  Optional<String> hostNote(Preference preference, PreferenceValue value) {
    Optional<BigDecimal> set = switch (value) {
      case PreferenceValue.Credits(BigDecimal amount) -> Optional.of(amount);
      case PreferenceValue.Count(int most) -> Optional.of(BigDecimal.valueOf(most));
      case PreferenceValue.Pause(Duration pause) -> Optional.of(BigDecimal.valueOf(pause.toSeconds()));
      case PreferenceValue.Model _, PreferenceValue.Channels _, PreferenceValue.Roles _, PreferenceValue.Words _, PreferenceValue.Language _, PreferenceValue.Switch _ ->
        Optional.empty();
    };
    return set.flatMap(own -> host(preference)
        .filter(hosts -> preference == Preference.COOLDOWN ? own.compareTo(hosts) < 0 : own.compareTo(hosts) > 0)
        .map(hosts -> text(SettingsText.HOST_COUNTS, figure(preference, hosts))));
  }

  private String model(Preference preference, ModelId id) {
    if (catalogue.provider(id).isPresent()) {
      return id.value();
    }
    return text(SettingsText.MODEL_GONE, id.value(), unset(preference, Optional.empty()));
  }

  private String usual(SoundKind kind) {
    return catalogue.usual(kind).map(model -> text(SettingsText.USUAL_MODEL, model.id().value()))
        .orElseGet(() -> text(SettingsText.NONE));
  }

  private String hosts(Preference preference, SettingsText without) {
    return host(preference).map(hosts -> text(SettingsText.HOSTS, figure(preference, hosts)))
        .orElseGet(() -> text(without));
  }

  /** In the unit of the setting: credits, requests or seconds. */
  private Optional<BigDecimal> host(Preference preference) {
    return switch (preference) {
      case MEMBER_DAILY -> host.member().daily();
      case MEMBER_MONTHLY -> host.member().monthly();
      case SERVER_DAILY -> host.guild().daily();
      case SERVER_MONTHLY -> host.guild().monthly();
      case CONFIRM_ABOVE -> host.confirmAbove();
      case PENDING_PER_MEMBER -> amount(host.pendingPerMember());
      case PENDING_PER_CHANNEL -> amount(host.pendingPerChannel());
      case COOLDOWN ->
        Optional.of(BigDecimal.valueOf(host.cooldown().toSeconds())).filter(seconds -> seconds.signum() > 0);
      case MUSIC_MODEL, SOUND_MODEL, SPEECH_MODEL, LANGUAGE, VOICE_MESSAGES, CHANNELS, ROLES, BLOCKED_WORDS ->
        Optional.empty();
    };
  }

  private static Optional<BigDecimal> amount(OptionalInt limit) {
    return limit.isPresent() ? Optional.of(BigDecimal.valueOf(limit.getAsInt())) : Optional.empty();
  }

  private String figure(Preference preference, BigDecimal number) {
    return switch (preference) {
      case CONFIRM_ABOVE -> text(SettingsText.CREDITS_ABOVE, number);
      case PENDING_PER_MEMBER, PENDING_PER_CHANNEL -> text(SettingsText.COUNT, number);
      case COOLDOWN -> number.signum() == 0
          ? text(SettingsText.NONE)
          : AudioFacts.elapsed(locale, Duration.ofSeconds(number.longValue()));
      default -> text(SettingsText.CREDITS, number);
    };
  }

  private String text(Wording wording, Object... arguments) {
    return Messages.of(locale, wording, arguments);
  }
}
