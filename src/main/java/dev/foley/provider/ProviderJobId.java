package dev.foley.provider;

/** A job's id as its service gave it: opaque, and to be percent-encoded, since {@code :} and {@code /} occur. */
public record ProviderJobId(String value) {
  public ProviderJobId {
    if (value.isBlank() || value.length() > 512) {
      throw new IllegalArgumentException("a provider's job id has 1 to 512 characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
