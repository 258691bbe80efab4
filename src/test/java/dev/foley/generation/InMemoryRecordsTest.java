package dev.foley.generation;

import dev.foley.generation.policy.PreferenceStore;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Holds the fakes to what is asked of the real ones. */
class InMemoryRecordsTest {
  private final InMemoryGenerationStore store = new InMemoryGenerationStore();
  private final InMemoryRecords records = new InMemoryRecords(store);

  @Nested
  class AsHistory extends HistoryContract {
    @Override
    protected GenerationStore store() {
      return store;
    }

    @Override
    protected History history() {
      return records;
    }
  }

  @Nested
  class AsStanding extends StandingContract {
    @Override
    protected GenerationStore store() {
      return store;
    }

    @Override
    protected Ledger ledger() {
      return store;
    }

    @Override
    protected List<GenerationId> timers() {
      return List.copyOf(store.timers());
    }
  }

  @Nested
  class AsDrafts extends DraftsContract {
    @Override
    protected Drafts drafts() {
      return records;
    }
  }

  @Nested
  class AsMemberData extends MemberDataContract {
    @Override
    protected GenerationStore store() {
      return store;
    }

    @Override
    protected Ledger ledger() {
      return store;
    }

    @Override
    protected Drafts drafts() {
      return records;
    }

    @Override
    protected MemberData members() {
      return records;
    }
  }

  @Nested
  class AsPreferenceStore extends PreferenceStoreContract {
    @Override
    protected PreferenceStore preferences() {
      return records;
    }
  }
}
