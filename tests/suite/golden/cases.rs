//! Made-up figures that a chart must draw well: one, none, a single year, a gap, weak sources only, an outlier, zeros.

use rare_earth_trade::data::{Dataset, File};

/// Made-up figures with a name for the files that show them.
pub struct Case {
    pub name: &'static str,
    pub files: &'static [(File, &'static str)],
    /// Follows `view=..` in the link.
    pub query: &'static str,
}

pub const CASES: [Case; 7] = [
    Case {
        name: "one",
        files: &[
            (File::Trade, "2025-03,export,5666.3,,,1,,normal,2025-04-14,"),
            (File::Origins, "2025,MMR,compounds-metals,,40130,790000000,,,published,,main,normal,2026-01-20,UN,,"),
            (
                File::Prices,
                "2025-03-10,day,PrNd oxide,china-domestic,440000,446000,,CNY,t,unknown,SMM,normal,2025-03-10,",
            ),
        ],
        query: "",
    },
    Case { name: "none", files: &[(File::Trade, ""), (File::Origins, ""), (File::Prices, "")], query: "" },
    Case {
        name: "one-year",
        files: &[
            (
                File::Trade,
                "2024-01/02,export,8774,,,1,,normal,2024-03-14,
                 2024-03,export,4710,,,1,,normal,2024-04-14,
                 2024-04,export,4566,,,1,,normal,2024-05-14,
                 2024-05,export,5500,,,1,,normal,2024-06-14,
                 2024-01/02,import,22285,,,1,,normal,2024-03-14,
                 2024-03,import,13411,,,1,,normal,2024-04-14,
                 2024-04,import,13146,,,1,,normal,2024-05-14,",
            ),
            (
                File::Origins,
                "2023,W00,compounds-metals,,1000,9000000,,,published,,main,normal,2024-01-20,UN,,
                 2023,MMR,compounds-metals,,600,5000000,,,published,,main,normal,2024-01-20,UN,,
                 2023,LAO,compounds-metals,,100,900000,,,published,,main,normal,2024-01-20,UN,,",
            ),
            (
                File::Prices,
                "2025-01-10,day,Pr metal,china-domestic,,,550000,CNY,t,unknown,Changjiang,normal,2025-01-10,
                 2025-02-10,day,Pr metal,china-domestic,,,560000,CNY,t,unknown,Changjiang,normal,2025-02-10,
                 2025-01-10,day,PrNd oxide,china-domestic,400000,406000,403000,CNY,t,unknown,SMM,normal,2025-01-10,
                 2025-02-10,day,PrNd oxide,china-domestic,425000,431000,,CNY,t,unknown,SMM,normal,2025-02-10,
                 2025-05-10,day,PrNd oxide,china-domestic,410000,418000,415000,CNY,t,unknown,SMM,normal,2025-05-10,
                 2025-01-10,day,Dy oxide,fob-china,,,250,USD,kg,unknown,SMM,normal,2025-01-10,",
            ),
        ],
        query: "",
    },
    Case {
        name: "gap",
        files: &[
            (
                File::Trade,
                "2023-01,export,4000,,,1,,normal,2023-03-14,
                 2023-02,export,4500,,,1,,normal,2023-03-14,
                 2024-02,export,5000,,,1,,normal,2024-03-14,
                 2024-03,export,4700,,,1,,normal,2024-04-14,
                 2024-01/08,import,70200,,,1,,normal,2024-09-14,
                 2023-06,import,9000,,,1,,normal,2023-07-14,
                 2024-08,import,7000,,,1,,normal,2024-09-14,",
            ),
            (
                File::Origins,
                "2018,MMR,compounds-metals,,600,,,,published,,main,normal,2019-01-20,UN,,
                 2018,W00,compounds-metals,,1000,,,,published,,main,normal,2019-01-20,UN,,
                 2023,MMR,compounds-metals,,900,5000000,,,published,,main,normal,2024-01-20,UN,,
                 2023,W00,compounds-metals,,1500,9000000,,,published,,main,normal,2024-01-20,UN,,
                 2025,MMR,compounds-metals,,500,4000000,,,published,,main,normal,2026-01-20,UN,,
                 2025,LAO,compounds-metals,,200,2000000,,,published,,main,normal,2026-01-20,UN,,
                 2025,W00,compounds-metals,,1100,9000000,,,published,,main,normal,2026-01-20,UN,,",
            ),
            (
                File::Prices,
                "2025-01-10,day,PrNd oxide,china-domestic,400000,406000,,CNY,t,unknown,SMM,normal,2025-01-10,
                 2025-01-20,day,PrNd oxide,china-domestic,402000,408000,,CNY,t,unknown,SMM,normal,2025-01-20,
                 2025-12-10,day,PrNd oxide,china-domestic,560000,566000,,CNY,t,unknown,SMM,normal,2025-12-10,
                 2025-12-20,day,PrNd oxide,china-domestic,570000,576000,,CNY,t,unknown,SMM,normal,2025-12-20,",
            ),
        ],
        query: "",
    },
    Case {
        name: "weak",
        files: &[
            (
                File::Trade,
                "2024-03,export,4710,,,1,,low,2024-04-14,
                 2024-04,export,4566,,,1,,low,2024-05-14,
                 2024-03,import,13411,,,1,,low,2024-04-14,",
            ),
            (
                File::Origins,
                "2023,W00,compounds-metals,,1000,9000000,,,published,,main,low,2024-01-20,UN,,
                 2023,MMR,compounds-metals,,600,5000000,,,published,,main,low,2024-01-20,UN,,
                 2025,W00,compounds-metals,,800,9000000,,,published,,main,low,2026-01-20,UN,,
                 2025,MMR,compounds-metals,,400,5000000,,,published,,main,low,2026-01-20,UN,,",
            ),
            (
                File::Prices,
                "2025-01-10,day,PrNd oxide,china-domestic,400000,406000,,CNY,t,unknown,SMM,low,2025-01-10,
                 2025-06-10,day,PrNd oxide,china-domestic,450000,456000,,CNY,t,unknown,SMM,low,2025-06-10,
                 2025-01-10,day,Dy oxide,fob-china,,,250,USD,kg,unknown,KOMIS,low,2025-01-10,",
            ),
        ],
        query: "",
    },
    Case {
        name: "outlier",
        files: &[
            (
                File::Trade,
                "2024-03,export,4710,,,1,,normal,2024-04-14,
                 2024-04,export,9876543.2,,,1,,normal,2024-05-14,
                 2024-05,export,4566,,,1,,normal,2024-06-14,
                 2024-03,import,13411,,,1,,normal,2024-04-14,",
            ),
            (
                File::Origins,
                "2023,W00,compounds-metals,,12345678,9000000,,,published,,main,normal,2024-01-20,UN,,
                 2023,MMR,compounds-metals,,12345000,5000000,,,published,,main,normal,2024-01-20,UN,,
                 2025,W00,compounds-metals,,800,9000000,,,published,,main,normal,2026-01-20,UN,,
                 2025,MMR,compounds-metals,,400,5000000,,,published,,main,normal,2026-01-20,UN,,",
            ),
            (
                File::Prices,
                "2025-01-10,day,PrNd oxide,china-domestic,400000,406000,,CNY,t,unknown,SMM,normal,2025-01-10,
                 2025-02-10,day,PrNd oxide,china-domestic,98765432,98765433,,CNY,t,unknown,SMM,normal,2025-02-10,
                 2025-06-10,day,PrNd oxide,china-domestic,450000,456000,,CNY,t,unknown,SMM,normal,2025-06-10,",
            ),
        ],
        query: "",
    },
    Case {
        name: "zero",
        files: &[
            (
                File::Trade,
                "2024-03,export,0,,,1,,normal,2024-04-14,
                 2024-04,export,0,,,1,,normal,2024-05-14,
                 2024-03,import,0,,,1,,normal,2024-04-14,",
            ),
            (
                File::Origins,
                "2023,W00,compounds-metals,,0,0,,,published,,main,normal,2024-01-20,UN,,
                 2023,MMR,compounds-metals,,0,0,,,published,,main,normal,2024-01-20,UN,,
                 2025,W00,compounds-metals,,0,0,,,published,,main,normal,2026-01-20,UN,,
                 2025,MMR,compounds-metals,,0,0,,,published,,main,normal,2026-01-20,UN,,",
            ),
            (File::Prices, ""),
        ],
        query: "",
    },
];

/// Figures without rows that the article's charts draw: half of each pair, imports of a year, an origin's newest year, a
/// product's quotes.
pub fn without_some(bytes: impl Fn(File) -> Vec<u8>) -> Dataset {
    let dropped = |file: File, row: &str| match file {
        File::Article => [
            "pr-ratio-after",
            "dy-ratio-before",
            "utilisation-before",
            "top-two-share",
            "magnex-cost",
            "pr-replaced,",
            "dy-rods",
        ]
        .iter()
        .any(|id| row.starts_with(id)),
        File::Trade => {
            row.starts_with("2024") && row.contains(",import,") || row.starts_with("2025") && row.contains(",export,")
        }
        File::Origins => row.starts_with("2025,USA,ore") || row.starts_with("2024,LAO,compounds-metals"),
        File::Prices => row.contains(",Tb oxide,") || row.contains(",Nd oxide,europe,"),
        File::Events => false,
    };
    Dataset::read(|file| {
        let text = String::from_utf8(bytes(file)).unwrap();
        let kept = text.lines().filter(|row| !dropped(file, row)).flat_map(|row| [row, "\n"]);
        Ok(kept.collect::<String>().into_bytes())
    })
}
