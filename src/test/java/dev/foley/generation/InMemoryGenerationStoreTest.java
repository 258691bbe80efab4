package dev.foley.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class InMemoryGenerationStoreTest extends GenerationStoreContract {
  private final InMemoryGenerationStore store = new InMemoryGenerationStore();

  @Override
  protected GenerationStore store() {
    return store;
  }

  @Test
  void outOfOrderItAnswersNothing() {
    store.outOfOrder(true);
    assertThatThrownBy(() -> store.find(new GenerationId("0PZA40G4JTX0A"))).isInstanceOf(StoreException.class);
    store.outOfOrder(false);
    assertThat(store.find(new GenerationId("0PZA40G4JTX0A"))).isEmpty();
  }
}
