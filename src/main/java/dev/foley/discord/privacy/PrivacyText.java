package dev.foley.discord.privacy;

import dev.foley.discord.text.Wording;

/** What members read about their own data. */
enum PrivacyText implements Wording {
  EXPORTED("export.whole"),
  EXPORTED_PART("export.part"),
  EXPORTED_LAST_PART("export.last-part"),
  EXPORT_CUT("export.cut"),
  DELETE_QUESTION("delete.question"),
  DELETE("delete.button"),
  DELETED("delete.done"),
  STILL_UNDER_WAY("delete.under-way"),
  WHAT_STAYS("delete.stays"),
  NOT_YOURS("not-yours"),
  UNREADABLE("unreadable"),
  UNREMOVABLE("unremovable");

  private final String key;

  PrivacyText(String key) {
    this.key = key;
  }

  @Override
  public String key() {
    return key;
  }

  @Override
  public String bundle() {
    return "privacy";
  }
}
