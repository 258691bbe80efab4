package dev.foley.playground.services;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * Something that a simulated service does wrong, because real ones did or could.
 *
 * <p>The JSON form has the name of the fault in {@code fault} and its components beside it, such as
 * {@code {"fault":"status","code":429,"retryAfterSeconds":3}}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fault")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fault.Status.class, name = "status"),
    @JsonSubTypes.Type(value = Fault.Hang.class, name = "hang"),
    @JsonSubTypes.Type(value = Fault.Drop.class, name = "drop"),
    @JsonSubTypes.Type(value = Fault.Garbled.class, name = "garbled"),
    @JsonSubTypes.Type(value = Fault.Legacy.class, name = "legacy"),
    @JsonSubTypes.Type(value = Fault.Word.class, name = "word"),
    @JsonSubTypes.Type(value = Fault.Fields.class, name = "fields"),
    @JsonSubTypes.Type(value = Fault.Outcome.class, name = "outcome"),
    @JsonSubTypes.Type(value = Fault.ResultAt.class, name = "resultAt"),
    @JsonSubTypes.Type(value = Fault.File.class, name = "file"),
    @JsonSubTypes.Type(value = Fault.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Fault.Slow.class, name = "slow"),
    @JsonSubTypes.Type(value = Fault.Redirect.class, name = "redirect"),
})
public sealed interface Fault {
  /** When a planned fault strikes. */
  enum Moment {
    /** At the next submits. */
    SUBMIT,
    /** At the next polls. */
    POLL,
    /** With the next jobs that are accepted, for as long as each lives. */
    JOB,
    /** At the next downloads of result files. */
    DOWNLOAD,
    /** At the next questions about balance, account or catalogue. */
    ACCOUNT
  }

  /** Whether this fault can strike then, in a service that knows it. */
  default boolean fits(Moment moment) {
    return switch (this) {
      case Status _, Hang _, Drop _ -> moment != Moment.JOB;
      case Garbled(Garbled.Form form) -> switch (moment) {
        case SUBMIT, POLL, ACCOUNT -> true;
        case DOWNLOAD -> form != Garbled.Form.CUT_JSON;
        case JOB -> false;
      };
      case Legacy _ -> moment == Moment.SUBMIT;
      case Word _ -> moment == Moment.POLL;
      case Fields _ -> moment == Moment.SUBMIT || moment == Moment.POLL || moment == Moment.ACCOUNT;
      case Outcome _, ResultAt _, File _ -> moment == Moment.JOB;
      case Transfer _, Slow _ -> moment != Moment.JOB;
      case Redirect _ -> moment == Moment.DOWNLOAD;
    };
  }

  /** Every component is needed unless it may be null; a JSON form can lack any of them. */
  private static void require(@Nullable Object component, String name) {
    if (component == null) {
      throw new IllegalArgumentException("'" + name + "' is missing");
    }
  }

  /**
   * An error instead of the answer. Nothing is accepted or charged.
   *
   * @param code 400 to 599
   * @param retryAfterSeconds the {@code Retry-After} header; null for none
   * @param name the service's word for the error, such as {@code quota_exceeded}; null for the usual one of that code
   */
  record Status(int code, @Nullable Integer retryAfterSeconds, ErrorShape shape, @Nullable String name)
      implements
        Fault {
    public Status {
      if (code < 400 || code > 599) {
        throw new IllegalArgumentException("code " + code + " is not between 400 and 599");
      }
      shape = shape == null ? ErrorShape.PROBLEM : shape; // null is a field left out of the JSON form
    }

    public Status(int code, @Nullable Integer retryAfterSeconds, ErrorShape shape) {
      this(code, retryAfterSeconds, shape, null);
    }

    public Status(int code) {
      this(code, null, ErrorShape.PROBLEM);
    }

    /** An error of this name. */
    public Status(int code, String name) {
      this(code, null, ErrorShape.PROBLEM, name);
    }
  }

  /** How an error body looks. */
  enum ErrorShape {
    /** The service's own, as it is today. */
    PROBLEM,
    /** An older one of the service, where it has one; otherwise the usual one. */
    LEGACY,
    /** Words without any structure, as a proxy answers. */
    TEXT
  }

  /**
   * The request is carried out, its answer comes late.
   *
   * @param seconds real ones, whatever the time factor; 1 to 3600
   */
  record Hang(int seconds) implements Fault {
    public Hang {
      if (seconds < 1 || seconds > 3600) {
        throw new IllegalArgumentException("seconds " + seconds + " is not between 1 and 3600");
      }
    }
  }

  /**
   * The connection is closed without any answer.
   *
   * @param processed whether the request is carried out before: a submit is then accepted and charged
   */
  record Drop(boolean processed) implements Fault {}

  /** Status 200 with a body that says nothing. */
  record Garbled(Form form) implements Fault {
    /** What the body is instead. */
    public enum Form {
      /** A web page, as a gateway shows it; a submit is not accepted. */
      HTML,
      /** No byte; a submit is accepted and charged. */
      EMPTY,
      /** The first half of the bytes; a submit is accepted and charged. */
      CUT_JSON
    }

    public Garbled {
      require(form, "form");
    }
  }

  /** A submit is answered as the older pages say: 201 and {@code generation_id} alone. */
  record Legacy() implements Fault {}

  /**
   * A poll answers another word in place of a status, such as {@code complete} for {@code completed}.
   *
   * @param instead the status that is replaced; polls that would answer another one are left alone
   */
  record Word(String instead, String word) implements Fault {
    public Word {
      require(instead, "instead");
      require(word, "word");
    }
  }

  /** A JSON answer has other fields than the examples. */
  record Fields(Added added) implements Fault {
    /** Which fields. */
    public enum Added {
      /** Every nullable field that would be absent is there, and null. */
      NULLS,
      /** Fields that no document names. */
      UNKNOWN,
      /** What the client came for is null. */
      NEEDED_NULL,
      /** What the client came for is not there. */
      NEEDED_MISSING
    }

    public Fields {
      require(added, "added");
    }
  }

  /** How the job ends. */
  record Outcome(End end) implements Fault {
    /** The end itself. */
    public enum End {
      /** Status {@code error} with name and message, as documented; the credits are refunded, as for the next two. */
      ERROR_OBJECT,
      /** Status {@code error} with a string, which the older schema lets through. */
      ERROR_STRING,
      /** Status {@code error} and nothing more. */
      ERROR_NULL,
      /** Generating for ever. */
      NEVER,
      /** Completed without {@code audio_file}. */
      NO_AUDIO_FILE,
      /** Completed with an {@code audio_file} that has no {@code url}. */
      NO_URL,
      /** A filter of the service took the sound away; the status is that of a success. */
      FILTERED
    }

    public Outcome {
      require(end, "end");
    }

    /** Whether the job ends in an error. */
    public boolean failed() {
      return end == End.ERROR_OBJECT || end == End.ERROR_STRING || end == End.ERROR_NULL;
    }
  }

  /** The result is said to lie at this address, such as {@code http://10.0.0.1/x.wav}. */
  record ResultAt(String url) implements Fault {
    public ResultAt {
      require(url, "url");
    }
  }

  /** The result file is of another form than usual. */
  record File(FileForm form) implements Fault {
    public File {
      require(form, "form");
    }
  }

  /** The transfer of an answer goes wrong. */
  record Transfer(Flaw flaw) implements Fault {
    /** In which way. */
    public enum Flaw {
      /** The connection is closed after half of the declared bytes. */
      CUT_SHORT,
      /** Bytes without end and without a declared length. */
      ENDLESS
    }

    public Transfer {
      require(flaw, "flaw");
    }
  }

  /** An answer trickles in, several pieces a second of real time. */
  record Slow(int bytesPerSecond) implements Fault {
    public Slow {
      if (bytesPerSecond < 1) {
        throw new IllegalArgumentException("bytesPerSecond " + bytesPerSecond + " is below 1");
      }
    }
  }

  /**
   * A download is redirected with 302.
   *
   * @param target where to, such as {@code file:///etc/passwd}; null for the same file under another path of the same
   *     CDN
   */
  record Redirect(@Nullable String target) implements Fault {}
}
