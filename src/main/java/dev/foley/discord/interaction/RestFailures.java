package dev.foley.discord.interaction;

import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.PermissionException;

/** What a failed REST call means for the message. */
public final class RestFailures {
  /** "Request entity too large", from Discord itself; a proxy before it says 413 without a code. */
  private static final int CODE_TOO_LARGE = 40005;

  private static final int CODE_TOKEN_GONE = 50027;
  private static final int CODE_ACKNOWLEDGED = 40060;

  private RestFailures() {}

  /** The HTTP client repeats a request whose connection broke, so the answer to our own first try may be lost: it was heard. */
  public static boolean isAcknowledgedAlready(Throwable failure) {
    return failure instanceof ErrorResponseException answered && answered.getErrorCode() == CODE_ACKNOWLEDGED;
  }

  public static Sent.Refused meaning(Throwable failure) {
    return switch (failure) {
      case CompletionException wrapper when wrapper.getCause() != null -> meaning(wrapper.getCause());
      case ErrorResponseException answered -> meaning(answered.getResponse().code, answered.getErrorCode());
      case PermissionException denied -> new Sent.Closed("lacks the permission " + denied.getPermission());
      // It waited longer than it may, behind rate limits: JDA repeats after a 429 by itself.
      case TimeoutException _ -> new Sent.NotNow(Optional.empty(), "timed out");
      default -> new Sent.NotNow(Optional.empty(), failure.getClass().getSimpleName());
    };
  }

  /**
   * @param status of HTTP, -1 if no answer came
   * @param code Discord's own; such as 10003 channel unknown, 10015 and 50027 token gone, 50001 and 50013 not allowed here, 50007
   *     direct messages closed. With each of them, this place stays closed.
   */
  public static Sent.Refused meaning(int status, int code) {
    String detail = "Discord answered " + status + ", code " + code;
    if (status == 413 || code == CODE_TOO_LARGE) {
      return new Sent.TooLarge();
    }
    boolean wantsPatience = switch (status) {
      case 408, 429 -> true; // an upload that took too long, and a limit
      case 401 -> code != CODE_TOKEN_GONE; // the bot's own token was changed: the next start has the new one
      case 403 -> code == 0 || code == status; // not Discord but a guard before it
      default -> status < 400 || status >= 500;
    };
    return wantsPatience ? new Sent.NotNow(Optional.empty(), detail) : new Sent.Closed(detail);
  }
}
