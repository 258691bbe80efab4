package dev.foley.discord.request;

import dev.foley.generation.Draft;
import dev.foley.generation.Generation;
import dev.foley.generation.GenerationId;
import dev.foley.generation.GenerationState;
import dev.foley.generation.Lineage;
import dev.foley.generation.Order;
import dev.foley.generation.Origin;
import dev.foley.generation.UserId;
import dev.foley.provider.AudioRequest;
import java.util.List;
import java.util.Optional;

/**
 * A request that was made before, from which a button or a form makes another one.
 *
 * @param id its first take's, or a draft's
 */
record Earlier(GenerationId id, Order order, Stage stage) {
  /** How far it came. */
  enum Stage {
    /** It was never sent. */
    DRAFT,
    /** Something is still to come. */
    UNDER_WAY,
    /** At least one sound was made. */
    MADE,
    /** There is no sound. */
    FAILED
  }

  /** @param takes all of a request, at least one */
  static Earlier of(List<Generation> takes) {
    Generation first = takes.getFirst();
    Order order = new Order(first.origin(), first.request(), first.takes().count(), first.lineage());
    List<Stage> stages = takes.stream().map(take -> stage(take.state())).toList();
    return new Earlier(first.takes().first(), order, stages.contains(Stage.UNDER_WAY)
        ? Stage.UNDER_WAY
        : stages.contains(Stage.MADE) ? Stage.MADE : Stage.FAILED);
  }

  static Earlier of(Draft draft) {
    return new Earlier(draft.id(), draft.order(), Stage.DRAFT);
  }

  /** A message may tell of an end before that is committed. */
  private static Stage stage(GenerationState state) {
    return switch (state) {
      case GenerationState.Queued _, GenerationState.Submitting _, GenerationState.Pending _, GenerationState.Cancelling _ ->
        Stage.UNDER_WAY;
      case GenerationState.Completed _, GenerationState.Ready _, GenerationState.Delivered _ -> Stage.MADE;
      case GenerationState.Failing _, GenerationState.Failed _ -> Stage.FAILED;
    };
  }

  AudioRequest request() {
    return order.request();
  }

  /** The same once more. */
  Wish wish() {
    return new Wish(order.request(), order.takes(), order.origin().isPrivate());
  }

  boolean isBy(UserId member) {
    return order.origin().member().equals(member);
  }

  /** Whether somebody who asks from there can have seen it. */
  boolean isSeenBy(Origin other) {
    Origin own = order.origin();
    return isBy(other.member())
        || (!own.isPrivate() && (own.guild().isPresent() || own.channel().equals(other.channel())));
  }

  /** Of what is made out of it. A draft was not made, so what comes of it has the same parent. */
  Optional<Lineage> lineage(Lineage.Kind kind) {
    return stage == Stage.DRAFT ? order.lineage() : Optional.of(new Lineage(id, kind));
  }
}
