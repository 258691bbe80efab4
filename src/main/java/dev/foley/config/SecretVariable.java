package dev.foley.config;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A secret's environment variable.
 *
 * @param section where people would look for it in the file
 */
record SecretVariable(String name, String section) {
  static final SecretVariable DISCORD_TOKEN = new SecretVariable("DISCORD_TOKEN", "discord");
  static final SecretVariable DATABASE_PASSWORD = new SecretVariable("FOLEY_DATABASE_PASSWORD", "database");
  static final SecretVariable AIMLAPI_KEY = new SecretVariable("AIMLAPI_KEY", "providers.aimlapi");

  static final SecretVariable STABILITY_KEY = new SecretVariable("STABILITY_API_KEY", "providers.stability");
  static final SecretVariable ELEVENLABS_KEY = new SecretVariable("ELEVENLABS_API_KEY", "providers.elevenlabs");
  static final SecretVariable FAL_KEY = new SecretVariable("FAL_KEY", "providers.fal");

  static final List<SecretVariable> ALL = List.of(DISCORD_TOKEN, DATABASE_PASSWORD, AIMLAPI_KEY, STABILITY_KEY,
      ELEVENLABS_KEY, FAL_KEY);

  private static final Set<String> WORDS = Set.of("token", "key", "apikey", "secret", "password", "bottoken");

  /** The variable that holds a file. */
  String fileVariable() {
    return name + "_FILE";
  }

  /** Whether a path of the file has a name that promises a secret. */
  static boolean isSecret(String path) {
    return WORDS.contains(Nearest.lastWord(path).replaceAll("[_-]", "").toLowerCase(Locale.ROOT));
  }

  /** The variable that belongs in place of such a path. */
  static Optional<SecretVariable> insteadOf(String path) {
    return ALL.stream().filter(secret -> path.startsWith(secret.section + ".")).findFirst();
  }
}
