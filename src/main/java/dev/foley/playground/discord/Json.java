package dev.foley.playground.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;

/** The few JSON forms that every payload needs. */
final class Json {
  static final ObjectMapper MAPPER = JsonMapper.builder().build();

  /** Discord's form of a time: microseconds and a numeric offset. */
  private static final DateTimeFormatter TIMESTAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx")
      .withZone(ZoneOffset.UTC);

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ArrayNode array(Collection<? extends JsonNode> elements) {
    return array().addAll(elements);
  }

  /** Snowflakes travel as strings: JavaScript's numbers end at 53 bits. */
  static ArrayNode ids(Collection<Long> ids) {
    ArrayNode array = array();
    ids.forEach(id -> array.add(Long.toString(id)));
    return array;
  }

  static String id(long snowflake) {
    return Long.toString(snowflake);
  }

  static String timestamp(Instant instant) {
    return TIMESTAMP.format(instant);
  }

  static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not representable as JSON", e);
    }
  }
}
