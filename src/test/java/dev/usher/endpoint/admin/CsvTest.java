package dev.usher.endpoint.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void keepsSpreadsheetsFromRunningACell(String hostile) {
        assertThat(Csv.cell(hostile).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"plain|plain", "a,b|\"a,b\"", "say \"hi\"|\"say \"\"hi\"\"\""})
    void quotesWhatWouldBreakARow(String text, String cell) {
        assertThat(Csv.cell(text)).isEqualTo(cell);
    }
}
