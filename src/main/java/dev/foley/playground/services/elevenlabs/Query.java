package dev.foley.playground.services.elevenlabs;

import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/** Reads query parameters. */
final class Query {
  private Query() {}

  static boolean flag(Context ctx, String name, boolean usual) throws InvalidFields {
    String value = ctx.queryParam(name);
    if (value == null) {
      return usual;
    }
    if (!List.of("true", "false").contains(value)) {
      throw wrong(name, "Input should be a valid boolean", "bool_parsing");
    }
    return value.equals("true");
  }

  static int integer(Context ctx, String name, int usual, int least, int most) throws InvalidFields {
    String value = ctx.queryParam(name);
    if (value == null) {
      return usual;
    }
    if (!value.matches("-?\\d{1,9}")) {
      throw wrong(name, "Input should be a valid integer", "int_parsing");
    }
    int number = Integer.parseInt(value);
    if (number < least || number > most) {
      throw wrong(name, "Input should be from " + least + " to " + most, "out_of_range");
    }
    return number;
  }

  static Optional<String> choice(Context ctx, String name, List<String> values) throws InvalidFields {
    String value = ctx.queryParam(name);
    if (value != null && !values.contains(value)) {
      throw wrong(name, "Input should be one of " + String.join(", ", values), "enum");
    }
    return Optional.ofNullable(value);
  }

  private static InvalidFields wrong(String name, String message, String type) {
    return new InvalidFields(List.of(new InvalidFields.Problem(List.of("query", name), message, type)));
  }
}
