package dev.foley.bench.fuzz;

import dev.foley.config.Configuration;
import dev.foley.config.SettingsLoader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** May throw nothing: whatever is wrong is a sentence, and none of them quotes a secret. What follows a NUL is the environment. */
final class ConfigurationTarget implements FuzzTarget {
  private static final String SECRET = "MTIz.secret.0123456789abcdef";
  /** Those that name no file: a fuzzer need not look around on this machine. */
  private static final List<String> VARIABLES = List.of("FOLEY_DATABASE_URL", "FOLEY_OPS_PORT", "FOLEY_RESULT_HOSTS",
      "FOLEY_LOG", "DISCORD_API_URL", "AIMLAPI_URL", "STABILITY_URL", "ELEVENLABS_URL", "FAL_URL", "FOLEY_UNKNOWN");

  private final Path directory;
  private final Path file;

  ConfigurationTarget(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("foley.yaml");
  }

  @Override
  public void read(byte[] input) throws IOException {
    int end = 0;
    while (end < input.length && input[end] != 0) {
      end++;
    }
    Files.write(file, Arrays.copyOf(input, end));
    Map<String, String> variables = new HashMap<>(Map.of("FOLEY_CONFIG", file.toString(), "DISCORD_TOKEN", SECRET,
        "FAL_KEY", SECRET, "AIMLAPI_KEY", SECRET, "STABILITY_API_KEY", SECRET, "ELEVENLABS_API_KEY", SECRET));
    if (end < input.length) {
      String[] lines = new String(input, end + 1, input.length - end - 1, StandardCharsets.UTF_8).split("\n",
          VARIABLES.size() + 1);
      for (int i = 0; i < Math.min(lines.length, VARIABLES.size()); i++) {
        variables.put(VARIABLES.get(i), lines[i]);
      }
    }
    Configuration configuration = SettingsLoader.load(variables, directory);
    String said = configuration instanceof Configuration.Invalid invalid
        ? invalid.describe()
        : configuration.toString();
    // Jazzer knows what is looked for, and writes it into the file, where it is no secret
    boolean inTheInput = new String(input, StandardCharsets.UTF_8).replaceAll("[^!-~]", "").contains(SECRET);
    if (said.contains(SECRET) && !inTheInput) {
      throw new IllegalStateException("a secret is shown");
    }
  }

  @Override
  public List<byte[]> seeds() {
    return List.of(
        seed("data: data\nresults:\n  maxSize: 50MB\n  allowedHosts: [a.example, '[::1]:80']\n"),
        seed("generation: {deadline: 10m}\nstore:\n  workers: 8\n  pollingInterval: 100ms\n"),
        seed("""
            models:
              hidden: [stable-audio]
              added:
                - id: my/model
                  provider: aimlapi
                  makes: [music]
                  prompt: [1, 500]
                  usualSeconds: 20
                  formats: {wav: 176400, mp3: 16000}
                  price: {unit: aiml-credits, base: 1.5, perSecond: 2}
                  maxInFlight: 3
                  parameters:
                    seconds: {decimal: [1, 47], default: 30, field: seconds_total, unit: milliseconds}
                    negative: {text: [1, 9], field: n, required: true}
                    format: {field: f}
                    language: {choice: [a, b]}
                    loop: {flag: true}
                    voice: {voice: true}
            """),
        seed("a: &x 1\nb: *x\n---\nc: !!java.util.Date 1\n? [k]\n: v\n"),
        seed("fal: {key: abc}\n\0jdbc:sqlite:x\n8080\nhost:1,[::1]\njson\nhttp://127.0.0.1:1/api/v10/\nx\n"));
  }

  private static byte[] seed(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
