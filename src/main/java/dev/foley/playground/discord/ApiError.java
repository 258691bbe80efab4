package dev.foley.playground.discord;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A request that Discord would refuse: HTTP status, JSON error code, and for forms the tree of what is wrong where.
 *
 * @see <a href="https://docs.discord.com/developers/topics/opcodes-and-status-codes">Discord's error codes</a>
 */
final class ApiError extends RuntimeException {
  private final int status;
  private final ObjectNode body;
  private final transient Map<String, String> headers;

  ApiError(int status, ObjectNode body, Map<String, String> headers) {
    super(body.path("message").asText(), null, false, false);
    this.status = status;
    this.body = body;
    this.headers = Map.copyOf(headers);
  }

  private ApiError(int status, int code, String message) {
    this(status, Json.object().put("message", message).put("code", code), Map.of());
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return body;
  }

  Map<String, String> headers() {
    return headers;
  }

  static ApiError of(Fault.Refusal refusal) {
    return switch (refusal) {
      case UNAUTHORIZED -> unauthorized();
      case UNKNOWN_CHANNEL -> unknownChannel();
      case UNKNOWN_MESSAGE -> unknownMessage();
      case UNKNOWN_WEBHOOK -> unknownWebhook();
      case UNKNOWN_INTERACTION -> unknownInteraction();
      case TOO_LARGE -> tooLarge();
      case MISSING_ACCESS -> missingAccess();
      case CANNOT_REACH -> cannotReach();
      case MISSING_PERMISSIONS -> missingPermissions();
      case INVALID_WEBHOOK_TOKEN -> invalidWebhookToken();
    };
  }

  static ApiError invalidForm(ObjectNode errors) {
    ObjectNode body = Json.object().put("message", "Invalid Form Body").put("code", 50035);
    body.set("errors", errors);
    return new ApiError(400, body, Map.of());
  }

  static ApiError invalidJson() {
    return new ApiError(400, 50109, "The request body contains invalid JSON.");
  }

  static ApiError unauthorized() {
    return new ApiError(401, 0, "401: Unauthorized");
  }

  static ApiError notFound() {
    return new ApiError(404, 0, "404: Not Found");
  }

  static ApiError methodNotAllowed() {
    return new ApiError(405, 0, "405: Method Not Allowed");
  }

  static ApiError unavailable(int status) {
    return new ApiError(status, 0, status == 503 ? "503: Service Unavailable" : status + ": Server Error");
  }

  static ApiError unknownApplication() {
    return new ApiError(404, 10002, "Unknown Application");
  }

  static ApiError unknownChannel() {
    return new ApiError(404, 10003, "Unknown Channel");
  }

  static ApiError unknownGuild() {
    return new ApiError(404, 10004, "Unknown Guild");
  }

  static ApiError unknownMember() {
    return new ApiError(404, 10007, "Unknown Member");
  }

  static ApiError unknownMessage() {
    return new ApiError(404, 10008, "Unknown Message");
  }

  static ApiError unknownRole() {
    return new ApiError(404, 10011, "Unknown Role");
  }

  static ApiError unknownUser() {
    return new ApiError(404, 10013, "Unknown User");
  }

  static ApiError unknownWebhook() {
    return new ApiError(404, 10015, "Unknown Webhook");
  }

  static ApiError unknownInteraction() {
    return new ApiError(404, 10062, "Unknown interaction");
  }

  static ApiError unknownCommand() {
    return new ApiError(404, 10063, "Unknown application command");
  }

  static ApiError tooManyCommands() {
    return new ApiError(400, 30032, "Maximum number of application commands reached (100).");
  }

  static ApiError tooLarge() {
    return new ApiError(413, 40005, "Request entity too large");
  }

  static ApiError alreadyAcknowledged() {
    return new ApiError(400, 40060, "Interaction has already been acknowledged.");
  }

  static ApiError tooManyFollowUps() {
    return new ApiError(400, 40094, "This interaction has reached the maximum number of follow up messages");
  }

  static ApiError missingAccess() {
    return new ApiError(403, 50001, "Missing Access");
  }

  static ApiError notTheAuthor() {
    return new ApiError(403, 50005, "Cannot edit a message authored by another user");
  }

  static ApiError emptyMessage() {
    return new ApiError(400, 50006, "Cannot send an empty message");
  }

  static ApiError cannotReach() {
    return new ApiError(403, 50007, "Cannot send messages to this user");
  }

  static ApiError missingPermissions() {
    return new ApiError(403, 50013, "Missing Permissions");
  }

  static ApiError invalidRecipient() {
    return new ApiError(400, 50033, "Invalid Recipient(s)");
  }

  static ApiError moreThanVoice() {
    return new ApiError(400, 50159, "Voice messages do not support additional content.");
  }

  static ApiError notOneVoice() {
    return new ApiError(400, 50160, "Voice messages must have a single audio attachment.");
  }

  static ApiError voiceWithoutMetadata() {
    return new ApiError(400, 50161, "Voice messages must have supporting metadata.");
  }

  static ApiError voiceIsFinal() {
    return new ApiError(400, 50162, "Voice messages cannot be edited.");
  }

  static ApiError noVoiceHere() {
    return new ApiError(403, 50173, "Cannot send voice messages in this channel");
  }

  static ApiError noMutualGuild() {
    return new ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds");
  }

  static ApiError noReplyWithoutHistory() {
    return new ApiError(400, 160002, "Cannot reply without permission to read message history");
  }

  static ApiError invalidWebhookToken() {
    return new ApiError(401, 50027, "Invalid Webhook Token");
  }
}
