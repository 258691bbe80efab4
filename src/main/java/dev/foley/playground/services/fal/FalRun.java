package dev.foley.playground.services.fal;

import dev.foley.playground.services.Refusal;
import dev.foley.playground.services.Reply;
import dev.foley.playground.services.Wire;

/** The synchronous host: no queue, and the answer is the output. Thread-safe. */
final class FalRun implements FalIntake.Host {
  private final FalJobs jobs;
  private final FalOutput output;
  private final Wire wire;

  FalRun(FalJobs jobs, FalOutput output, Wire wire) {
    this.jobs = jobs;
    this.output = output;
    this.wire = wire;
  }

  @Override
  public FalJob accept(FalExchange exchange, FalJob job) throws Refusal {
    return jobs.run(job);
  }

  /** Takes as long as the job, in real time. */
  @Override
  public Reply answer(FalJob job) {
    wire.hold(job.drawn().whole());
    jobs.answered(job);
    jobs.settle();
    return output.of(job);
  }
}
