package dev.foley.playground.page;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.function.Supplier;

/** An answer whose body is looked at while somebody else writes it. */
final class WatchedResponse extends HttpServletResponseWrapper {
  private final Beginning beginning = new Beginning();

  WatchedResponse(HttpServletResponse response) {
    super(response);
  }

  /** What passed by, once it has: of use when the exchange is over, and later. */
  Supplier<String> body() {
    return beginning.asText(getContentType());
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    ServletOutputStream out = super.getOutputStream();
    return new ServletOutputStream() {
      @Override
      public void write(int value) throws IOException {
        out.write(value);
        beginning.add(value);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
        beginning.add(bytes, offset, length);
      }

      @Override
      public void flush() throws IOException {
        out.flush();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }

      @Override
      public boolean isReady() {
        return out.isReady();
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        out.setWriteListener(listener);
      }
    };
  }
}
