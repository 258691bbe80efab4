package dev.foley.playground.services;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All hooks of a service, called one after the other in the order in which they were added. Thread-safe. */
public final class HookList implements ServiceHooks {
  private final List<ServiceHooks> all = new CopyOnWriteArrayList<>();

  public void add(ServiceHooks hooks) {
    all.add(hooks);
  }

  @Override
  public void submitReceived(String prompt) {
    all.forEach(hook -> hook.submitReceived(prompt));
  }

  @Override
  public void beforeSubmitAnswer(String jobId) {
    all.forEach(hook -> hook.beforeSubmitAnswer(jobId));
  }

  @Override
  public void afterSubmitAnswer(String jobId) {
    all.forEach(hook -> hook.afterSubmitAnswer(jobId));
  }

  @Override
  public void polled(String jobId) {
    all.forEach(hook -> hook.polled(jobId));
  }

  @Override
  public void downloadStarted(String jobId) {
    all.forEach(hook -> hook.downloadStarted(jobId));
  }
}
