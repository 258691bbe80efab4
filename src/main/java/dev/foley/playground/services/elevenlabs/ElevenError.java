package dev.foley.playground.services.elevenlabs;

/** The words of the service's errors. */
final class ElevenError {
  private ElevenError() {}

  /** The error that a status usually means. */
  static String usualCode(int status) {
    return switch (status) {
      case 400 -> "invalid_parameters";
      case 401 -> "invalid_api_key";
      case 402 -> "insufficient_credits";
      case 403 -> "subscription_required";
      case 404 -> "not_found";
      case 409 -> "conflict";
      case 429 -> "rate_limit_exceeded";
      case 503 -> "service_unavailable";
      default -> status < 500 ? "bad_request" : "internal_error";
    };
  }

  /** The kind that the newer shape has beside the code. */
  static String type(int status, String code) {
    return switch (status) {
      case 400, 422 -> code.equals("bad_request") || code.equals("malformed_json")
          ? "invalid_request"
          : "validation_error";
      case 401 -> "authentication_error";
      case 402 -> "payment_required";
      case 403 -> "authorization_error";
      case 404 -> "not_found";
      case 409 -> "conflict";
      case 429 -> "rate_limit_error";
      case 503 -> "service_unavailable";
      default -> status < 500 ? "invalid_request" : "internal_error";
    };
  }

  /** What the older pages call an error; most have the same name. */
  static String olderStatus(String code) {
    return switch (code) {
      case "text_too_long" -> "max_character_limit_exceeded";
      case "insufficient_credits" -> "quota_exceeded";
      case "subscription_required" -> "only_for_creator+";
      case "concurrent_limit_exceeded" -> "too_many_concurrent_requests";
      default -> code;
    };
  }
}
