package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTableTest {
    @Test
    void readsWhatSpreadsheetsWrite() {
        CsvTable table =
                read("\uFEFFuserName,title\r\na@acme.com, Chief \r\n\"b@acme.com\",\"Say \"\"hi\"\", Bob\"\r\n");

        assertThat(table.header()).containsExactly("userName", "title");
        assertThat(table.lines())
                .containsExactly(
                        new CsvTable.Line(2, List.of("a@acme.com", "Chief")),
                        new CsvTable.Line(3, List.of("b@acme.com", "Say \"hi\", Bob")));
    }

    @Test
    void countsLinesAsAnEditorDoes() {
        CsvTable table = read("userName,title\n\na,\"two\nlines\"\n,\nb,\nc,last");

        assertThat(table.lines())
                .containsExactly(
                        new CsvTable.Line(3, List.of("a", "two\nlines")),
                        new CsvTable.Line(6, List.of("b", "")),
                        new CsvTable.Line(7, List.of("c", "last")));
    }

    @Test
    void keepsTheEmptyCellAtTheEnd() {
        assertThat(read("a,b\nx,").lines()).containsExactly(new CsvTable.Line(2, List.of("x", "")));
    }

    @Test
    void refusesWhatIsNoTable() {
        assertThatThrownBy(() -> read("")).hasMessageContaining("empty");
        assertThatThrownBy(() -> read("a,b\n\"x,y\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> read("a\n\"x\"y\n")).hasMessageContaining("line 2");
        assertThatThrownBy(() -> CsvTable.read(new byte[] {'a', (byte) 0xE4, '\n'}))
                .hasMessageContaining("UTF-8");
    }

    private static CsvTable read(String text) {
        return CsvTable.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
