package dev.foley.discord.settings;

import dev.foley.discord.text.Wording;

/** What members read about settings, by its keys in {@code settings.properties}. */
public enum SettingsText implements Wording {
  CHANGED("changed"),
  UNCHANGED("unchanged"),
  WHOLE_SERVER("whole-server"),
  TITLE("show.title"),
  NOTHING_SET("show.nothing-set"),
  SET("show.set"),
  EXCEPTION("show.exception"),
  UNSET_TITLE("show.unset-title"),
  UNSET("show.unset"),
  MORE("more"),
  CREDITS("value.credits"),
  CREDITS_ABOVE("value.credits-above"),
  COUNT("value.count"),
  MODEL_GONE("value.model-gone"),
  YES("value.yes"),
  NO("value.no"),
  OWN_LANGUAGE("value.own-language"),
  USUAL_MODEL("default.usual-model"),
  EVERYWHERE("default.everywhere"),
  EVERYBODY("default.everybody"),
  NONE("default.none"),
  NO_LIMIT("default.no-limit"),
  NEVER("default.never"),
  HOSTS("default.hosts"),
  AS_SERVER("default.as-server"),
  HOST_COUNTS("host-counts"),
  CHOICE_ADD("choice.add"),
  CHOICE_REMOVE("choice.remove"),
  CHOICE_MEMBER("choice.member"),
  CHOICE_SERVER("choice.server"),
  CHOICE_DAY("choice.day"),
  CHOICE_MONTH("choice.month"),
  NOT_HERE("refusal.not-here"),
  NOT_A_MANAGER("refusal.not-a-manager"),
  NO_CHOICE("refusal.no-choice"),
  OUT_OF_RANGE("refusal.out-of-range"),
  UNFIT_MODEL("refusal.unfit-model"),
  MODEL_NOT_SET_UP("refusal.model-not-set-up"),
  EVERYBODYS_ROLE("refusal.everybodys-role"),
  NO_WORD("refusal.no-word"),
  LIST_FULL("refusal.list-full"),
  NOT_LISTED("refusal.not-listed"),
  NO_LIMIT_NAMED("refusal.no-limit-named"),
  WHOLE_SERVER_ONLY("refusal.whole-server-only"),
  NOT_SAVED("refusal.not-saved"),
  CHANNEL_REFUSED("rule.channel"),
  ROLE_REFUSED("rule.role"),
  WORD_REFUSED("rule.word");

  private final String key;

  SettingsText(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "settings";
  }
}
