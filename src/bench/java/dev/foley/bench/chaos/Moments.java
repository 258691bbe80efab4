package dev.foley.bench.chaos;

import dev.foley.playground.Playground;
import dev.foley.playground.discord.FaultControl;
import dev.foley.playground.discord.MemberControl;
import dev.foley.playground.discord.MessageView;
import dev.foley.playground.discord.Moment;
import dev.foley.playground.services.ServiceHooks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells a {@link Trigger} which moments requests come to. Thread-safe. */
final class Moments implements ServiceHooks {
  private final Trigger trigger;
  private final Members members;
  private final MemberControl control;
  /** Messages with sound that have been looked at. */
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  private Moments(Trigger trigger, Members members, MemberControl control) {
    this.trigger = trigger;
    this.members = members;
    this.control = control;
  }

  static void watch(Playground playground, Trigger trigger, Members members) {
    Moments moments = new Moments(trigger, members, playground.discord().control());
    playground.aimlApi().addHooks(moments);
    playground.stability().addHooks(moments);
    playground.elevenLabs().addHooks(moments);
    playground.fal().addHooks(moments);
    FaultControl discord = playground.discord().faults();
    discord.at(Moment.INTERACTION_ANSWERED, moments::answered);
    discord.at(Moment.MESSAGE_EDITED, () -> trigger.reached(KillMoment.PROGRESS));
    discord.at(Moment.UPLOAD_RECEIVED, () -> trigger.reached(KillMoment.UPLOADED));
    discord.at(Moment.MESSAGES_READ, () -> trigger.reached(KillMoment.LOOKING));
    discord.at(Moment.FILES_POSTED, moments::posted);
  }

  @Override
  public void submitReceived(String prompt) {
    trigger.reached(KillMoment.SUBMIT_RECEIVED);
  }

  @Override
  public void beforeSubmitAnswer(String jobId) {
    trigger.reached(KillMoment.SUBMIT_ACCEPTED);
  }

  @Override
  public void afterSubmitAnswer(String jobId) {
    trigger.reached(KillMoment.SUBMIT_ANSWERED);
  }

  @Override
  public void polled(String jobId) {
    trigger.reached(KillMoment.POLLED);
  }

  @Override
  public void downloadStarted(String jobId) {
    trigger.reached(KillMoment.DOWNLOADING);
  }

  private void answered() {
    trigger.reached(KillMoment.ACKNOWLEDGED);
    if (trigger.isSetFor(KillMoment.CANCELLED) && members.hasPressBeenHeard()) {
      trigger.reached(KillMoment.CANCELLED);
    }
  }

  /** Which message it was is found out by looking for one that has not been seen before. */
  private void posted() {
    for (Asked asked : members.open()) {
      for (MessageView sound : Seen.of(asked, control).sounds()) {
        if (known.add(sound.id())) {
          trigger.reached(where(asked, sound));
        }
      }
    }
  }

  private static KillMoment where(Asked asked, MessageView sound) {
    if (asked.interactionId().equals(sound.interactionId())) {
      return KillMoment.RESULT_IN_REPLY;
    }
    return sound.channel().equals(asked.ask().channel()) ? KillMoment.RESULT_IN_CHANNEL : KillMoment.RESULT_DIRECT;
  }
}
