package dev.foley.playground.services.aimlapi;

import dev.foley.playground.services.AudioCoding;
import dev.foley.playground.services.Chance;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Where the result of a model lies and what a poll says of it; the published examples differ from model to model. */
enum AimlStorage {
  /** Stable Audio: described, as bytes of no known type. */
  FLAMINGO {
    @Override
    Place place(Chance chance, Instant now, AudioCoding coding) {
      String name = "tmp" + chance.token(8) + ".wav";
      return Place.described("flamingo/files/b/" + chance.hex(8) + "/" + chance.token(21) + "_" + name, name,
          "application/octet-stream");
    }
  },
  /** Lyria: described, under an honest type. */
  EAGLE {
    @Override
    Place place(Chance chance, Instant now, AudioCoding coding) {
      String name = "output." + coding.extension();
      return Place.described("eagle/files/lion/" + chance.token(21) + "_" + name, name, coding.contentType());
    }
  },
  /** Eleven Music: an address and nothing more. */
  HIPPOPOTAMUS {
    @Override
    Place place(Chance chance, Instant now, AudioCoding coding) {
      return new Place(
          "generations/hippopotamus/" + now.toEpochMilli() + "-" + chance.uuid() + "." + coding.extension(),
          "", Optional.empty(), coding.contentType(), Optional.empty());
    }
  },
  /** MiniMax: a signed address of its own storage, good for a day, and facts about the music beside it. */
  SIGNED {
    @Override
    Place place(Chance chance, Instant now, AudioCoding coding) {
      Instant expires = now.plus(A_DAY);
      return new Place(
          "music/prod/tts-" + STAMP.format(now) + "-" + chance.token(16) + "." + coding.extension(),
          "?Expires=" + expires.getEpochSecond() + "&OSSAccessKeyId=" + chance.hex(24) + "&Signature="
              + chance.token(28),
          Optional.empty(), coding.contentType(), Optional.of(expires));
    }
  };

  private static final Duration A_DAY = Duration.ofHours(24);
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.UTC);

  abstract Place place(Chance chance, Instant now, AudioCoding coding);

  /**
   * The place of one file.
   *
   * @param path below the root of the CDN
   * @param query of its address, with the question mark; empty for most
   * @param name that a poll tells, with type and size; empty if it tells the address alone
   * @param expires from when on it is gone
   */
  record Place(String path, String query, Optional<String> name, String contentType, Optional<Instant> expires) {
    private static Place described(String path, String name, String contentType) {
      return new Place(path, "", Optional.of(name), contentType, Optional.empty());
    }
  }
}
