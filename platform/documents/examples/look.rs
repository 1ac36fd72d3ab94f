use documents::*;
use jiff::civil::date;
use std::time::Instant;
fn bar(label:&str, percent:Option<f64>, interval:Option<(f64,f64)>, own:bool, text:&str)->Bar{
 Bar{label:label.into(),percent,interval,own,text:text.into(),mark:own.then(||"Jeres svar".into())}}
fn report(n: usize)->Report{
 let mut sections=vec![];
 sections.push(Section{heading:"Sådan læser I rapporten".into(),blocks:vec![
  Block::Paragraph("Her ser I jeres egne svar ved siden af Danmarks officielle tal. Tallene kommer fra Innovationsbarometeret. Ledere har svaret på undersøgelsen på deres arbejdspladses vegne, så jeres svar og tallene er ikke helt det samme.".into()),
  Block::Note("Stregen på en søjle viser et interval på 95 %. Ligger jeres svar inden for det, er forskellen ikke en forskel. #let x = 3; $a^2$ *fed* [klamme] _kursiv_ @ref \\ // kommentar".into()),
  Block::List(vec!["Innovation er noget nyt for arbejdspladsen, som er taget i brug og har skabt værdi.".into(),"Det behøver ikke være nyt for andre: over halvdelen af alle innovationer i den offentlige sektor bygger på andres, og de tæller lige så meget.".into(),"»Ved ikke« er ikke det samme som »nej«.".into()]),
 ]});
 for q in 0..n {
 sections.push(Section{heading:format!("{}. Hvor kom idéen til jeres seneste innovation fra?",q+1),blocks:vec![
  Block::Paragraph("Jeres svar er det mest almindelige: 56 % af kommunale arbejdspladser nævner medarbejderne.".into()),
  Block::Chart(BarChart{caption:format!("Hvem tog initiativ? Kommunale arbejdspladser, 2023, n = 1.{}24",q),alt:"Medarbejdere 56 procent, jeres svar. Ledere 48 procent. Borgere 12 procent. Politikere ikke kendt.".into(),rows:vec![
   bar("Medarbejdere på arbejdspladsen",Some(56.0),Some((52.1,59.8)),true,"56 % (52–60)"),
   bar("Ledelsen på arbejdspladsen",Some(48.0),Some((44.1,51.8)),false,"48 % (44–52)"),
   bar("En anden offentlig arbejdsplads i samme kommune eller region, som allerede brugte løsningen",Some(22.0),None,false,"22 %"),
   bar("Borgere eller pårørende",Some(12.0),Some((9.1,14.8)),false,"12 % (9–15)"),
   bar("Politikere",None,None,false,"ikke kendt"),
   bar("Ny lovgivning",Some(100.0),None,false,"100 %"),
  ]}),
  Block::Table(Table{caption:"Samme tal som tabel".into(),header:vec!["Svar".into(),"Andel".into(),"Interval".into(),"n".into()],rows:vec![
   vec!["Medarbejdere på arbejdspladsen".into(),"56 %".into(),"52–60 %".into(),"1.024".into()],
   vec!["Ledelsen på arbejdspladsen".into(),"48 %".into(),"44–52 %".into(),"1.024".into()],
   vec!["En anden offentlig arbejdsplads i samme kommune eller region, som allerede brugte løsningen".into(),"22 %".into(),"ikke kendt".into(),"ikke kendt".into()],
  ],numeric_columns:vec![1,2,3]}),
 ]});
 }
 sections.push(Section{heading:"Kilder".into(),blocks:vec![
   Block::Link{text:"Innovationsbarometeret 2023, Danmarks Statistik og COI".into(),url:"https://www.statistikbanken.dk/OIN01DK".into()},
   Block::Link{text:"https://example.org/a?b=1&c=æøå".into(),url:"https://example.org/a?b=1&c=æøå".into()},
   Block::Table(Table{caption:"Alle svar".into(),header:vec!["Spørgsmål".into(),"Jeres svar".into()],rows:(0..50).map(|i|vec![format!("Spørgsmål {i}: arbejder I systematisk med at evaluere?"),"Ja, i høj grad".into()]).collect(),numeric_columns:vec![]}),
 ]});
 Report{language:Language::Danish,title:"Jeres arbejdsplads og Danmarks tal".into(),subtitle:Some("Innovationstesten: kommunal skole".into()),date:"24. november 2026".into(),document_date:date(2026,11,24),
 lead:vec!["I har svaret på testen. Rapporten viser jeres svar ved siden af de officielle tal for kommunale arbejdspladser. Den giver ingen karakter og ingen rangorden.".into(),"Brug den til en samtale: hvor ligner I de andre, og hvor gør I ikke?".into()],
 sections,page_label:PageLabel{page:"Side".into(),of:"af".into()},footer:"Stafet · stafet.example · Tallene er hentet 1. november 2026".into()}
}
fn rep()->Report{ let n=std::env::var("N").map(|n|n.parse().unwrap()).unwrap_or(3); let skip=std::env::var("SKIP").unwrap_or_default(); let mut r=report(n); for s in &mut r.sections{ s.blocks.retain(|b| match b {Block::Chart(_)=>skip!="chart",Block::Table(_)=>skip!="table",_=>true}); } r }
fn main(){
 let t=Instant::now(); warm_up(); println!("warm_up {:?}",t.elapsed());
 let t=Instant::now(); let r=render(&rep()); println!("first {:?}",t.elapsed());
 match r {Ok(b)=>{std::fs::write("/tmp/look/look.pdf",&b).unwrap(); println!("{} bytes",b.len())},Err(e)=>{println!("{e}");return}}
 let t=Instant::now(); render(&rep()).unwrap(); println!("same again {:?}",t.elapsed());
 for i in 0..5 { let mut r=rep(); r.title=format!("T{i}"); r.date=format!("d{i}"); for s in &mut r.sections{ s.heading.push_str(&i.to_string()); for b in &mut s.blocks{ if let Block::Chart(c)=b { for (k,row) in c.rows.iter_mut().enumerate(){row.own = k==i; if let Some(p)=&mut row.percent{*p=(*p+i as f64).min(100.0)} row.text=format!("{} {i}",row.text)} } } }
 let t=Instant::now(); render(&r).unwrap(); println!("different {:?}",t.elapsed()); }
 if let Some(n)=std::env::args().nth(1){ let n:usize=n.parse().unwrap(); for i in 0..n { let mut r=rep(); r.title=format!("Ti{i}"); for s in &mut r.sections{ s.heading.push_str(&format!(" {i}")); for b in &mut s.blocks{ if let Block::Chart(c)=b { for row in c.rows.iter_mut(){ row.text=format!("{} {i}",row.text)} } } } render(&r).unwrap(); if i%100==0 { let st=std::fs::read_to_string("/proc/self/status").unwrap(); println!("{i} {}",st.lines().find(|l|l.starts_with("VmRSS")).unwrap()); } } }
}
