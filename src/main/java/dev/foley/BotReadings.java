package dev.foley;

import dev.foley.discord.DiscordBot;
import dev.foley.discord.GatewayView;
import dev.foley.generation.GenerationStep;
import dev.foley.ops.metrics.Readings;
import dev.foley.provider.AudioProvider;
import dev.foley.provider.ProviderName;
import dev.foley.store.PoolUse;
import dev.foley.store.Store;
import dev.foley.store.StoreView;
import dev.foley.store.TimerUse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asks each part of the bot for what it knows of itself. */
record BotReadings(DiscordBot discord, Store store, BoundedWork work, GenerationStep step,
    List<AudioProvider> providers,
    Path data) implements Readings {
  @Override
  public String version() {
    return Main.Version.number();
  }

  @Override
  public Gateway gateway() {
    GatewayView view = discord.gateway();
    return new Gateway(view.shards(), view.connected(), view.guilds(), view.ping(), view.resumed(), view.begunAnew());
  }

  @Override
  public Intake intake() {
    return new Intake(work.permits(), work.inUse(), work.refused());
  }

  @Override
  public List<Service> services() {
    Map<ProviderName, Integer> waiting = step.waiting();
    return providers.stream().map(provider -> new Service(provider.name().value(), provider.down(),
        waiting.getOrDefault(provider.name(), 0))).toList();
  }

  @Override
  public Scheduler scheduler() {
    TimerUse use = store.timers();
    return new Scheduler(use.isAlive(), use.workers(), use.busy());
  }

  @Override
  public Pool pool() {
    PoolUse use = store.pool();
    return new Pool(use.active(), use.idle(), use.waiting());
  }

  @Override
  public Disk disk() {
    return new Disk(data.toFile().getUsableSpace(), data.toFile().getTotalSpace());
  }

  @Override
  public Stored stored() {
    StoreView view = store.view();
    return new Stored(view.unfinished(), view.timersDue(), view.oldestDue());
  }
}
