package dev.foley.provider;

/** A text-to-audio service, by the name that configuration and logs use, such as {@code aimlapi}. */
public record ProviderName(String value) {
  public ProviderName {
    if (!value.matches("[a-z][a-z0-9-]{0,31}")) {
      throw new IllegalArgumentException("not a provider name: " + value);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
