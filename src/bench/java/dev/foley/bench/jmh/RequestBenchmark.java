package dev.foley.bench.jmh;

import dev.foley.provider.AudioModel;
import dev.foley.provider.AudioRequest;
import dev.foley.provider.ModelDeclaration;
import dev.foley.provider.ModelFile;
import dev.foley.provider.Parameter;
import dev.foley.provider.ParameterValue;
import dev.foley.provider.RequestProblem;
import dev.foley.provider.SoundKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What is done with a request on Discord's thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class RequestBenchmark {
  private final AudioModel model = ModelFile.builtIn().stream().map(ModelDeclaration::model)
      .filter(each -> each.id().value().equals("stable-audio")).findFirst().orElseThrow();
  private final AudioRequest request = new AudioRequest(model.id(), SoundKind.MUSIC, "warm lo-fi piano, rain on glass",
      Map.of(Parameter.SECONDS, ParameterValue.of(47), Parameter.STEPS, ParameterValue.of(100)));

  /** All options against the model. */
  @Benchmark
  public List<RequestProblem> validation() {
    return model.check(request);
  }
}
