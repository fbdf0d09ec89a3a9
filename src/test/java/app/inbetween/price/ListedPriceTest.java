package app.inbetween.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListedPriceTest {

    @Test
    void aLineSaysWhatAProviderAsks() {
        List<ListedPrice> listed = PriceList.read(new StringReader("""
                # a comment

                model,resolution,variant,per second,tiers,currency
                fal/wan-flf2v,480p,standard,0.0395,5063:0.20 6250:0.25,USD
                dashscope/wan2.2-kf2v-flash,480p,standard,0.10,,CNY
                """));

        assertThat(listed).containsExactly(
                new ListedPrice(PriceKey.of("fal/wan-flf2v", "480p"),
                        new ProviderRate(Money.dollars(39_500), Tiers.parse("5063:200000 6250:250000"))),
                new ListedPrice(PriceKey.of("dashscope/wan2.2-kf2v-flash", "480p"),
                        new ProviderRate(new Money(100_000, "CNY"), Tiers.NONE)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "wan,480p,standard,1,,USD | prices.csv, line 2, field \"model\": \"wan\" should be a provider, a slash and a model",
            "a/b,,standard,1,,USD | prices.csv, line 2, field \"resolution\": \"\" should be a resolution such as 720p",
            "a/b,480p,Fast,1,,USD | prices.csv, line 2, field \"variant\": \"Fast\" should be a variant such as standard",
            "a/b,480p,fast,1,,EUR | prices.csv, line 2, field \"currency\": \"EUR\" should be USD or CNY",
            "a/b,480p,fast,0,,USD | prices.csv, line 2, field \"per second\": \"0\" should be an amount above zero with up to six decimals",
            "a/b,480p,fast,-1,,USD | prices.csv, line 2, field \"per second\": \"-1\" should be an amount above zero with up to six decimals",
            "a/b,480p,fast,0.0000001,,USD | prices.csv, line 2, field \"per second\": \"0.0000001\" should be an amount above zero with up to six decimals",
            "a/b,480p,fast,1,5000,USD | prices.csv, line 2, field \"tiers\": \"5000\" should be lengths in milliseconds, each with a colon and an amount",
            "a/b,480p,fast,1,5000:1 5000:2,USD | prices.csv, line 2, field \"tiers\": \"5000:1 5000:2\" should be lengths in milliseconds, each with a colon and an amount",
            "a/b,480p,fast,1,0:1,USD | prices.csv, line 2, field \"tiers\": \"0:1\" should be lengths in milliseconds, each with a colon and an amount",
            "a/b,480p,fast,1,USD | prices.csv, line 2: there should be 6 fields (model,resolution,variant,per second,tiers,currency), but there are 5",
            "x/y,480p,fast,1,,USD | prices.csv, line 2: there is another price for x/y at 480p, fast" })
    void aLineThatIsWrongSaysWhichAndWhy(String line, String sentence) {
        StringReader file = new StringReader("x/y,480p,fast,1,,USD\n" + line);

        assertThatThrownBy(() -> PriceList.read(file)).isInstanceOf(IllegalStateException.class).hasMessage(sentence);
    }
}
