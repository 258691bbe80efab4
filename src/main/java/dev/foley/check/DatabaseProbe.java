package dev.foley.check;

import dev.foley.store.DatabaseLook;
import dev.foley.store.DatabaseState;
import dev.foley.store.StoreSettings;

/** Whether the database can be used, and what the next start would do to it. */
public final class DatabaseProbe implements Probe {
  private static final String SUBJECT = "Database";

  private final StoreSettings settings;

  public DatabaseProbe(StoreSettings settings) {
    this.settings = settings;
  }

  @Override
  public String subject() {
    return SUBJECT;
  }

  @Override
  public Finding look() {
    return switch (DatabaseLook.at(settings)) {
      case DatabaseState.Fresh(String name) -> Finding.ok(SUBJECT, name + " is new; the first start makes its tables.");
      case DatabaseState.InUse(String name) -> Finding.ok(SUBJECT, name + " is in use by a running bot.");
      case DatabaseState.Ready(String name, String engine, int version, int latest) -> Finding.ok(SUBJECT,
          name + ", " + engine + ", schema " + version + (version == latest
              ? "."
              : "; the next start brings it to " + latest + ". Keep a copy of it before that."));
      case DatabaseState.Unusable(String sentence) -> unusable(sentence);
    };
  }

  /** Its first sentence says what is wrong, the others what to do. */
  private static Finding unusable(String sentence) {
    int end = sentence.indexOf(". ");
    return end < 0
        ? Finding.problem(SUBJECT, sentence, "")
        : Finding.problem(SUBJECT, sentence.substring(0, end + 1), sentence.substring(end + 2));
  }
}
