package dev.foley;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Code that a page quotes is code that is compiled and tested: a block whose fence names a file stands in that file. */
class QuotedCodeTest {
  /** Between two parts of a block. */
  private static final String LEFT_OUT = "\\R[ \\t]*(?://|#|<!--) …[^\\n]*\\R";

  @Test
  void everyQuotationStandsInTheFileThatItNames() throws IOException {
    for (MarkdownPage page : MarkdownPage.all()) {
      for (MarkdownPage.Block block : page.blocks()) {
        String[] info = block.info().split(" ", 2);
        if (info.length == 2) {
          String file = withoutIndentation(Files.readString(Path.of(info[1])));
          assertThat(block.text().split(LEFT_OUT, -1)).as("%s quotes %s", page.file(), info[1])
              .allSatisfy(part -> assertThat(file).contains(withoutIndentation(part)));
        }
      }
    }
  }

  @Test
  void theGuideToProvidersQuotesAWholeOne() {
    List<String> quoted = MarkdownPage.of("docs/adding-a-provider.md").blocks().stream().map(MarkdownPage.Block::info)
        .toList();

    assertThat(quoted).anyMatch(info -> info.endsWith("/TonewheelProvider.java"))
        .anyMatch(info -> info.endsWith("/TonewheelContractTest.java")).anyMatch(info -> info.endsWith("/models.yaml"));
  }

  private static String withoutIndentation(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
