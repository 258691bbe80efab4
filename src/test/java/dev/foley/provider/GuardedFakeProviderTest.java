package dev.foley.provider;

import java.time.InstantSource;

/** A service behind limits keeps the promises that it keeps without them. */
class GuardedFakeProviderTest extends FakeProviderTest {
  private final GuardedProvider guarded = new GuardedProvider(super.provider(), ProviderLimits.DEFAULT,
      InstantSource.system());

  @Override
  protected AudioProvider provider() {
    return guarded;
  }
}
