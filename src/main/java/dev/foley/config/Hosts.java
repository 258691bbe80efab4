package dev.foley.config;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names or addresses of hosts, each perhaps with a port; lower case, as addresses are compared. */
record Hosts() implements Format<Set<String>> {
  private static final Pattern HOST = Pattern.compile("([a-z0-9]([a-z0-9._-]*[a-z0-9])?|\\[[0-9a-f:.]+])(:\\d{1,5})?");

  @Override
  public Set<String> read(String text) throws UnfitValueException {
    Set<String> hosts = new LinkedHashSet<>();
    for (String entry : text.split(",", -1)) {
      String host = entry.strip().toLowerCase(Locale.ROOT);
      if (host.isEmpty()) {
        continue;
      }
      if (!HOST.matcher(host).matches()) {
        throw UnfitValueException.of(entry.strip(),
            "write hosts without https:// or path, separated by commas, such as cdn.example.com, 127.0.0.1:9000");
      }
      hosts.add(host);
    }
    return Set.copyOf(hosts);
  }

  @Override
  public String form() {
    return "a list of hosts";
  }

  @Override
  public boolean takesList() {
    return true;
  }
}
