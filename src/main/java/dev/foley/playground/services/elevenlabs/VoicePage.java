package dev.foley.playground.services.elevenlabs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.foley.playground.services.Refusal;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A page of {@code /v2/voices}. Its token is where the next one begins; a client should not know. */
final class VoicePage {
  private static final int USUAL_SIZE = 10;
  private static final int LARGEST_SIZE = 100;
  private static final String TOKEN_START = "voices:";

  private VoicePage() {}

  /** @throws Refusal 400 if the token is none of ours */
  static ObjectNode of(Context ctx) throws InvalidFields, Refusal {
    int size = Query.integer(ctx, "page_size", USUAL_SIZE, 1, LARGEST_SIZE);
    Query.flag(ctx, "include_total_count", true); // the schema needs the count in any case
    List<ElevenVoice> all = chosen(ctx);
    int from = Math.min(offset(ctx.queryParam("next_page_token")), all.size());
    int to = Math.min(from + size, all.size());
    ObjectNode page = JsonNodeFactory.instance.objectNode();
    ArrayNode voices = page.putArray("voices");
    all.subList(from, to).forEach(voice -> voices.add(voice.json()));
    page.put("has_more", to < all.size()).put("total_count", all.size());
    return to < all.size() ? page.put("next_page_token", token(to)) : page.putNull("next_page_token");
  }

  private static List<ElevenVoice> chosen(Context ctx) throws InvalidFields {
    Optional<String> search = Optional.ofNullable(ctx.queryParam("search"));
    Optional<String> category = Query.choice(ctx, "category",
        List.of("premade", "cloned", "generated", "professional"));
    Comparator<ElevenVoice> order = Query.choice(ctx, "sort", List.of("created_at_unix", "name"))
        .filter(sort -> sort.equals("name")).isPresent()
            ? Comparator.comparing(ElevenVoice::name)
            : Comparator.comparingLong(ElevenVoice::createdAtUnix);
    boolean descending = Query.choice(ctx, "sort_direction", List.of("asc", "desc")).filter("desc"::equals)
        .isPresent();
    return ElevenVoice.ALL.stream()
        .filter(voice -> search.isEmpty() || voice.mentions(search.get()))
        .filter(voice -> category.isEmpty() || voice.category().equals(category.get()))
        .sorted(descending ? order.reversed() : order).toList();
  }

  private static String token(int offset) {
    return Base64.getUrlEncoder().withoutPadding()
        .encodeToString((TOKEN_START + offset).getBytes(StandardCharsets.UTF_8));
  }

  private static int offset(@Nullable String token) throws Refusal {
    if (token == null) {
      return 0;
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
      if (plain.matches(TOKEN_START + "\\d{1,6}")) {
        return Integer.parseInt(plain.substring(TOKEN_START.length()));
      }
    } catch (IllegalArgumentException notOurs) {
      throw noToken();
    }
    throw noToken();
  }

  private static Refusal noToken() {
    return new Refusal(400, "invalid_parameters", List.of("next_page_token is none that an answer had"));
  }
}
