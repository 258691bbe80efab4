package dev.foley.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** The ways in which a value can be written that take no more than a method. */
final class Formats {
  private Formats() {}

  static Format<Integer> integer(int least, int most) {
    return written("a number, from " + least + " to " + most, text -> {
      try {
        int number = Integer.parseInt(text.strip());
        if (number >= least && number <= most) {
          return number;
        }
      } catch (NumberFormatException _) {
        // Answered below, with the same words as a number out of range.
      }
      throw UnfitValueException.of(text, "write a whole number from " + least + " to " + most);
    });
  }

  static Format<String> oneOf(String... words) {
    return written(String.join(", ", words), text -> {
      if (!List.of(words).contains(text)) {
        throw UnfitValueException.of(text, "write one of " + String.join(", ", words));
      }
      return text;
    });
  }

  /** A text that is fit if something can be made of it; what cannot says why in a predicate. */
  static Format<String> checked(Consumer<String> check) {
    return text -> {
      try {
        check.accept(text.strip());
      } catch (IllegalArgumentException e) {
        throw new UnfitValueException("cannot be used: " + e.getMessage());
      }
      return text.strip();
    };
  }

  static Format<Boolean> yesOrNo() {
    Format<String> word = oneOf("true", "false");
    return written("true or false", text -> word.read(text).equals("true"));
  }

  /** The name of a constant, in lower case. */
  static <E extends Enum<E>> Format<E> constant(Class<E> type) {
    Map<String, E> byName = new LinkedHashMap<>();
    for (E value : type.getEnumConstants()) {
      byName.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    Format<String> word = oneOf(byName.keySet().toArray(String[]::new));
    return written(word.form(), text -> Objects.requireNonNull(byName.get(word.read(text))));
  }

  static Format<String> ignoringCase(Format<String> format) {
    return text -> format.read(text.toLowerCase(Locale.ROOT));
  }

  /** The base of a service's addresses. Not repeated in a complaint: it may contain a password. */
  static Format<URI> address(String... schemes) {
    String instead = "; write one such as " + schemes[0] + "://example.com";
    return written("an address that begins with " + String.join(":// or ", schemes) + "://", text -> {
      URI uri;
      try {
        uri = new URI(text.strip());
      } catch (URISyntaxException _) {
        throw new UnfitValueException("is not an address" + instead);
      }
      if (uri.getScheme() == null || !List.of(schemes).contains(uri.getScheme()) || uri.getHost() == null) {
        throw new UnfitValueException("is not an address that begins with " + String.join(":// or ", schemes) + "://"
            + instead);
      }
      if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
        throw new UnfitValueException("has a user name, a query or a fragment; write the plain address without them");
      }
      return uri;
    });
  }

  static Format<Path> directory() {
    return written("the path of a directory", text -> {
      try {
        return Path.of(text.strip());
      } catch (InvalidPathException _) {
        throw UnfitValueException.of(text, "write the path of a directory, such as /var/lib/foley");
      }
    });
  }

  /** What is left of it between blanks. */
  static Format<String> text() {
    return String::strip;
  }

  static Format<String> listenHost() {
    return written("an address of this machine", text -> {
      String host = text.strip();
      if (!host.matches("[A-Za-z0-9._:-]+")) {
        throw UnfitValueException.of(text, "write an address to listen on, such as 127.0.0.1 or 0.0.0.0");
      }
      return host;
    });
  }

  /** For keys that can be switched off by a word, since a value that is left out stands for the default. */
  static <T> Format<Optional<T>> unless(String word, Format<T> format) {
    return written(format.form() + ", or " + word,
        text -> text.strip().equals(word) ? Optional.empty() : Optional.of(format.read(text)));
  }

  /** One that says how it is written. */
  private static <T> Format<T> written(String form, Format<T> format) {
    return new Format<>() {
      @Override
      public T read(String text) throws UnfitValueException {
        return format.read(text);
      }

      @Override
      public String form() {
        return form;
      }
    };
  }

  /** For keys whose absence means something. */
  static <T> Format<Optional<T>> optional(Format<T> format) {
    return new Format<>() {
      @Override
      public Optional<T> read(String text) throws UnfitValueException {
        return Optional.of(format.read(text));
      }

      @Override
      public Optional<T> readFromFile(String text) throws UnfitValueException {
        return Optional.of(format.readFromFile(text));
      }

      @Override
      public String form() {
        return format.form();
      }
    };
  }
}
