package dev.foley.config;

import dev.foley.secret.Secret;
import dev.foley.store.StoreSettings.Login;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a database is, and who asks it.
 *
 * @param url without user and password, so that it can be shown
 */
record DatabaseAddress(String url, Login login) {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final Pattern SERVER = Pattern.compile("(jdbc:postgresql://[^/?#@\\s]+/[^/?#\\s]+)(?:\\?(\\S*))?");

  /** How it is written. It is not repeated in a complaint: it may contain a password. */
  static final class Written implements Format<DatabaseAddress> {
    @Override
    public String form() {
      return "an address that begins with " + SQLITE + " or jdbc:postgresql://";
    }

    @Override
    public DatabaseAddress read(String text) throws UnfitValueException {
      String url = text.strip();
      if (url.startsWith(SQLITE) && !url.equals(SQLITE)) {
        return new DatabaseAddress(url, Login.NONE);
      }
      Matcher server = SERVER.matcher(url);
      if (!server.matches()) {
        throw new UnfitValueException(url.contains("@")
            ? "has a user before the host; write jdbc:postgresql://host/database, and set FOLEY_DATABASE_USER and "
                + "FOLEY_DATABASE_PASSWORD"
            : "is not the address of a database; write one such as jdbc:sqlite:/var/lib/foley/foley.db or "
                + "jdbc:postgresql://db.example.com/foley");
      }
      return server(server.group(1), Optional.ofNullable(server.group(2)).orElse(""));
    }

    @Override
    public DatabaseAddress readFromFile(String text) throws UnfitValueException {
      DatabaseAddress address = read(text);
      if (address.login().password().isPresent()) {
        throw new UnfitValueException(
            "has a password, which must not stand in a file that is shared and backed up; put it "
                + "into the environment variable FOLEY_DATABASE_PASSWORD, or name a file with it by "
                + "FOLEY_DATABASE_PASSWORD_FILE");
      }
      return address;
    }

    private static DatabaseAddress server(String server, String options) throws UnfitValueException {
      Optional<String> user = Optional.empty();
      Optional<Secret> password = Optional.empty();
      List<String> others = new ArrayList<>();
      for (String option : options.split("&", -1)) {
        String name = option.substring(0, Math.max(option.indexOf('='), 0));
        String value = option.substring(option.indexOf('=') + 1);
        if (name.equals("user") && !value.isBlank()) {
          user = Optional.of(decoded(value));
        } else if (name.equals("password") && !value.isBlank()) {
          password = Optional.of(Secret.of(decoded(value)));
        } else if (name.toLowerCase(Locale.ROOT).contains("password")) {
          throw new UnfitValueException(
              "has an option for a password that Foley cannot keep out of sight; leave it out");
        } else if (!option.isEmpty()) {
          others.add(option);
        }
      }
      return new DatabaseAddress(others.isEmpty() ? server : server + "?" + String.join("&", others),
          new Login(user, password));
    }

    private static String decoded(String value) throws UnfitValueException {
      try {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException _) {
        throw new UnfitValueException("has a % without two digits after it; write a percent sign as %25");
      }
    }
  }
}
