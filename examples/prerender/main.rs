//! Writes to `target/built/` what the page has before its program runs:
//!
//! - `overview.html`, the overview with its charts, which trunk puts into `index.html`;
//! - `charts/NAME-{narrow,wide}-{light,dark}.{svg,png}`, each chart as a complete picture, for hosts that allow no frame;
//! - `preview.png`, the picture that link previews show.
//!
//! `cargo run --example prerender` runs it; trunk does so before each build.

mod png;

use png::Fonts;
use rare_earth_trade::article::Claims;
use rare_earth_trade::charts::headline::{self, headline};
use rare_earth_trade::charts::{self, Figure, Implied};
use rare_earth_trade::data::{Dataset, FetchError, FileError};
use rare_earth_trade::draw::picture::{self, Around, Layout};
use rare_earth_trade::draw::{Palette, Size, draw, layout};
use rare_earth_trade::html;
use rare_earth_trade::html::age::ROOM_MONTHS;
use rare_earth_trade::html::built::{self, BuiltChart, BuiltPage};
use rare_earth_trade::view::{ChartName, Extent, Page, View};
use rare_earth_trade::words::{Caption, Words, words};
use std::path::Path;
use std::process::ExitCode;
use std::{fs, io, thread};

const FOLDER: &str = "target/built";

/// How wide the charts of the overview are in CSS pixels: by `style/page.css`, in windows of 1440 and of 360 pixels.
/// A browser test compares them with the page.
const WIDE: [(ChartName, u32); 5] = [
    (ChartName::Trade, 716),
    (ChartName::Ytd, 388),
    (ChartName::Gap, 552),
    (ChartName::Index, 552),
    (ChartName::Prices, 552),
];
const NARROW: u32 = 328;

fn main() -> ExitCode {
    match write_all() {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("prerender: {problem}");
            ExitCode::FAILURE
        }
    }
}

/// The figures and what is said with them, read once.
struct Source {
    data: Dataset,
    implied: Implied,
    words: &'static Words,
}

impl Source {
    fn read() -> Self {
        let data = Dataset::read(|file| {
            fs::read(format!("assets/data/{}", file.name())).map_err(|_| FileError::NotFetched(FetchError::Refused))
        });
        Self { implied: Implied::new(&data), data, words: words(View::default().frame.lang) }
    }

    fn figure(&self, name: ChartName, extent: Extent, view: &View) -> Result<Figure, String> {
        charts::chart(name, extent, &self.data, Some(&self.implied), view)
            .map_err(|missing| format!("{} {}", missing.file.name(), self.words.file_error(&missing.error)))
    }

    fn caption(&self, figure: &Figure) -> Caption {
        self.words.caption(figure, &self.data)
    }

    fn headline(&self, view: &View) -> String {
        self.words.headline(view.page, headline(&self.data, view).as_ref())
    }

    /// The newest figures of a chart, as the page says them.
    fn newest(&self, caption: &Caption) -> String {
        html::newest(caption, None, self.words)
    }
}

fn write_all() -> Result<(), String> {
    let (source, fonts) = (&Source::read(), &Fonts::load());
    write("overview.html", overview(source)?.as_bytes())?;
    write("preview.png", &fonts.png(&preview(source)?, 1.0)?)?;
    // PNG files take most of the time: each chart on a thread of its own.
    thread::scope(|scope| {
        let threads: Vec<_> =
            ChartName::ALL.iter().map(|name| scope.spawn(move || chart_files(source, *name, fonts))).collect();
        threads.into_iter().try_for_each(|thread| thread.join().unwrap_or_else(|_| Err("a chart failed".to_owned())))
    })
}

/// The files of a chart, in both widths and themes.
fn chart_files(source: &Source, name: ChartName, fonts: &Fonts) -> Result<(), String> {
    for (width_name, around) in [("narrow", &picture::NARROW), ("wide", &picture::WIDE)] {
        for (theme, palette) in [("light", Palette::Light), ("dark", Palette::Dark)] {
            let svg = chart_svg(source, name, around, palette)?;
            let file = format!("charts/{}-{width_name}-{theme}", name.name());
            write(&format!("{file}.svg"), svg.as_bytes())?;
            write(&format!("{file}.png"), &fonts.png(&svg, 2.0)?)?;
        }
    }
    Ok(())
}

/// The content of `<div id="app">`: the overview as the program shows it.
fn overview(source: &Source) -> Result<String, String> {
    let (view, words) = (View::default(), source.words);
    let mut drawn = Vec::new();
    for (name, wide) in WIDE {
        let figure = source.figure(name, Extent::Compact, &view)?;
        let svg = |form: &str, width: u32| {
            let size = Size { width, extent: Extent::Compact, room: None };
            draw(&format!("{}-{form}", name.name()), &figure, size, words).svg
        };
        drawn.push((name, source.caption(&figure), svg("wide", wide), svg("narrow", NARROW)));
    }
    let charts: Vec<BuiltChart> =
        drawn.iter().map(|(name, caption, wide, narrow)| BuiltChart { name: *name, caption, wide, narrow }).collect();
    let found = headline(&source.data, &view);
    let standfirst = words.standfirst(view.page, found.as_ref(), Some(ROOM_MONTHS));
    let now = headline::now(&source.data, Some(&source.implied), &view);
    let claims = Claims::new(&source.data);
    let article_view = View { page: Page::Article, ..View::default() };
    let article = headline(&source.data, &article_view);
    let first = (source.headline(&article_view), words.standfirst(article_view.page, article.as_ref(), None));
    let page = BuiltPage {
        headline: &source.headline(&view),
        standfirst: &standfirst,
        now: &words.now(&now, Some(&|_| ROOM_MONTHS as i32)),
        claims: &claims,
        article_page: &built::article_page(&source.data, &claims, (&first.0, &first.1), words),
        charts: &charts,
    };
    Ok(built::overview(&view, page, words).into_string())
}

/// A chart with everything that a picture of it must say, as its own page shows it.
fn chart_svg(source: &Source, name: ChartName, layout_of: &Layout, palette: Palette) -> Result<String, String> {
    let view = View { page: name.page(), ..View::default() };
    let figure = source.figure(name, Extent::Full, &view)?;
    let size = Size { width: layout_of.chart_width(), extent: Extent::Full, room: None };
    let placed = layout(name.name(), &figure, size, source.words);
    let caption = source.caption(&figure);
    let below = format!("{}: {} {}", source.words.source_label, caption.publisher, source.newest(&caption));
    let around = Around { title: &caption.title, subtitle: &caption.subtitle, below: &[&below] };
    Ok(picture::svg(layout_of, &around, &placed, palette))
}

/// What link previews show: the overview's headline over its first chart.
fn preview(source: &Source) -> Result<String, String> {
    let (view, layout_of) = (View::default(), &picture::PREVIEW);
    let figure = source.figure(ChartName::Trade, Extent::Full, &view)?;
    let size = Size { width: layout_of.chart_width(), extent: Extent::Full, room: None };
    let placed = layout("trade", &figure, size, source.words);
    let caption = source.caption(&figure);
    let subtitle = format!("{}. {}", caption.subtitle, source.newest(&caption));
    let around = Around { title: &source.headline(&view), subtitle: &subtitle, below: &[] };
    Ok(picture::svg(layout_of, &around, &placed, Palette::Light))
}

/// Writes a file below [`FOLDER`], unless it is there with the same content.
fn write(file: &str, content: &[u8]) -> Result<(), String> {
    let path = Path::new(FOLDER).join(file);
    if fs::read(&path).is_ok_and(|before| before == content) {
        return Ok(());
    }
    let folder = path.parent().unwrap_or(Path::new(FOLDER));
    let written: io::Result<()> = fs::create_dir_all(folder).and_then(|()| fs::write(&path, content));
    written.map_err(|error| format!("{}: {error}", path.display()))
}
